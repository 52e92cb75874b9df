import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { ErrorBoundary } from './app/ErrorBoundary.tsx';
import { connectHost } from './host/connect.ts';
import './ui/theme.css';
import './ui/layout.css';
import './ui/menu.css';
import './editor/copy.css';
import './pictures/pictures.css';
import './proof/proof.css';
import './spelling/spelling.css';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root.');
createRoot(root).render(
  <ErrorBoundary>
    <App link={connectHost()} session={crypto.randomUUID()} />
  </ErrorBoundary>,
);
