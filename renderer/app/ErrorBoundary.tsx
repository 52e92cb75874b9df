import { Component, type ReactElement, type ReactNode } from 'react';

/** A fault in the window is said, and a way on is offered; what was typed is saved or kept beside. */
export class ErrorBoundary extends Component<
  { readonly children: ReactNode },
  { readonly fault: Error | null }
> {
  override state: { readonly fault: Error | null } = { fault: null };

  static getDerivedStateFromError(fault: Error): { readonly fault: Error } {
    return { fault };
  }

  override render(): ReactNode {
    const { fault } = this.state;
    return fault ? <Fault fault={fault} /> : this.props.children;
  }
}

function Fault({ fault }: { readonly fault: Error }): ReactElement {
  return (
    <main className="empty">
      <h1>The window has stopped</h1>
      <p>Your text is in the store, or kept here to be offered to you when the window opens again.</p>
      <p>{fault.message}</p>
      <button type="button" className="primary" onClick={() => window.location.reload()}>
        Open the window again
      </button>
    </main>
  );
}
