import type { KeyboardEvent, PointerEvent, ReactElement } from 'react';
import type { Picture } from '../../main/contract/picture.ts';

const step = 0.05;

/** The picture, small; a click or the arrow keys say what must stay in every crop. */
export function PictureImage({
  number,
  picture,
  onFocus,
}: {
  readonly number: number;
  readonly picture: Picture;
  readonly onFocus: (focus: Picture['focus']) => void;
}): ReactElement {
  const { file, focus, altText } = picture;
  if (!file) return <div className="no-file">No file</div>;
  const { x, y } = focus ?? { x: 0.5, y: 0.5 };
  const put = (left: number, top: number): void => onFocus({ x: fraction(left), y: fraction(top) });
  const point = (event: PointerEvent<HTMLElement>): void => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    put((event.clientX - left) / width, (event.clientY - top) / height);
  };
  const press = (event: KeyboardEvent): void => {
    const [right, down] = {
      ArrowLeft: [-step, 0],
      ArrowRight: [step, 0],
      ArrowUp: [0, -step],
      ArrowDown: [0, step],
    }[event.key] ?? [0, 0];
    if (right === 0 && down === 0) {
      if (event.key !== 'Delete') return;
      event.preventDefault();
      onFocus(null);
      return;
    }
    event.preventDefault();
    put(x + (right ?? 0), y + (down ?? 0));
  };
  return (
    <button
      type="button"
      className="focus-point"
      aria-label={`Focus point of picture ${number}: ${
        focus ? `${Math.round(x * 100)} % from the left, ${Math.round(y * 100)} % from the top` : 'the middle'
      }`}
      title="What must stay in every crop: click it, or move it with the arrow keys. Delete: the middle"
      onPointerDown={point}
      onKeyDown={press}
    >
      <img
        src={`pictures/${file.sha256}/thumbnail`}
        alt={altText || `Picture ${number}, no alt text yet`}
        width={160}
        // Dragged out of the window it would leave without its rights, by no door.
        draggable={false}
      />
      <span
        aria-hidden="true"
        className={focus ? 'focus-mark' : 'focus-mark unset'}
        style={{ left: `${x * 100}%`, top: `${y * 100}%` }}
      />
    </button>
  );
}

function fraction(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * 1_000) / 1_000;
}
