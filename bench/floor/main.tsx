/** The least that a page in React can do: fetch a record and print its messages as a list. */
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

interface Message {
  readonly type: string;
  readonly status: { readonly name: string } | null;
  readonly createdAt: string | null;
  readonly price: number | null;
}

function Floor() {
  const [messages, setMessages] = useState<readonly Message[] | null>(null);
  useEffect(() => {
    const load = async () => {
      const response = await fetch(`/api/failover/tracking/${location.pathname.split('/').at(-1)}`);
      // The emulator's own records: nothing here has to be checked.
      const record = (await response.json()) as { messages: readonly Message[] };
      setMessages(record.messages);
    };
    void load();
  }, []);
  if (messages === null) return <p>Loading…</p>;
  return (
    <ol>
      {messages.map((message, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
        <li key={index}>
          {message.type} {message.status?.name} {message.createdAt} {message.price}
        </li>
      ))}
    </ol>
  );
}

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<Floor />);
