// @ts-check
/** As the driver means it: it has a box, and style does not hide it. @param {Element} element */
const isVisible = element => {
  if (!element.isConnected || !element.checkVisibility({ visibilityProperty: true })) return false;
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0;
};

/**
 * Whether something of it can be seen, or scrolled to: it is not transparent, and lies neither beyond the page's edge nor in the hidden part of
 * something that cuts it off.
 * @param {Element} element
 */
const isInSight = element => {
  const box = element.getBoundingClientRect();
  let isFixed = false;
  for (/** @type {Element | null} */ let n = element; n; n = n.assignedSlot ?? n.parentElement ?? /** @type {any} */ (n.getRootNode()).host ?? null) {
    const { opacity, position, overflowX, overflowY } = getComputedStyle(n);
    if (Number(opacity) === 0) return false;
    // The page's own edges are looked at below.
    if (n !== element && !isFixed && n !== document.body && n !== document.documentElement) {
      const edge = n.getBoundingClientRect();
      if (/hidden|clip/.test(overflowX) && (box.right <= edge.left || box.left >= edge.right)) return false;
      if (/hidden|clip/.test(overflowY) && (box.bottom <= edge.top || box.top >= edge.bottom)) return false;
    }
    isFixed ||= position === 'fixed';
  }
  // What is fixed to the window is not to be scrolled to.
  const root = document.scrollingElement ?? document.documentElement;
  const [x, y, width, height] = isFixed ? [0, 0, innerWidth, innerHeight] : [scrollX, scrollY, root.scrollWidth, root.scrollHeight];
  return box.right + x > 0 && box.bottom + y > 0 && box.left + x < width && box.top + y < height;
};
