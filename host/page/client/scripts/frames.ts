/** Windows that scripts open: the sidebar and the modal one. */
import type { FrameShown } from '../../protocol/protocol';
import type { PageState } from '../shown/state';

export class ScriptFrames {
  constructor(
    private readonly state: PageState,
    private readonly focusGrid: () => void,
  ) {}

  show(frames: readonly FrameShown[]): void {
    for (const frame of frames)
      this.state.change(frame.kind === 'sidebar' ? { sidebar: frame, behind: false } : { modal: frame });
  }

  close(kind: 'sidebar' | 'modal'): void {
    this.state.change(kind === 'sidebar' ? { sidebar: null } : { modal: null });
    this.focusGrid();
  }

  /** In a narrow window: the sidebar over the grid, or the grid over the sidebar. */
  bringSidebar(front: boolean): void {
    this.state.change({ behind: !front });
    if (!front) this.focusGrid();
  }

  resize(size: { readonly width?: number; readonly height?: number }): void {
    const { modal } = this.state.shown;
    if (modal) this.state.change({ modal: { ...modal, ...size } });
  }
}
