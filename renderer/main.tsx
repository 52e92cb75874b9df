import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { connectHost } from './host/connect.ts';
import './ui/style/style.css';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no place for the application.');
createRoot(root).render(
  <StrictMode>
    <App link={connectHost()} session={crypto.randomUUID()} />
  </StrictMode>,
);
