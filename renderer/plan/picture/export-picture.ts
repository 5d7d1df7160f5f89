const inline = /var\((--[\w-]+)(?:,\s*((?:[^()]|\([^()]*\))*))?\)/g
const pngScale = 2
const margin = 12

/** The picture as a file of its own: colours as they are now on screen, on the theme's paper, without what only answers to the mouse. */
export function svgOf(drawing: SVGSVGElement): string {
  const look = getComputedStyle(drawing)
  const copy = drawing.cloneNode(true) as SVGSVGElement
  for (const passing of copy.querySelectorAll('[role="listbox"], [data-transient]')) passing.remove()
  const { height, width } = sizeOf(drawing)
  const [x = 0, y = 0, boxWidth = width, boxHeight = height] = (drawing.getAttribute('viewBox') ?? '')
    .split(' ')
    .map(Number)
  const scaled = margin * (boxWidth / width)
  const box = [x - scaled, y - scaled, boxWidth + 2 * scaled, boxHeight + 2 * scaled]
  copy.removeAttribute('class')
  copy.removeAttribute('style')
  copy.setAttribute('role', 'img')
  copy.setAttribute('width', String(width + 2 * margin))
  copy.setAttribute('height', String(height + 2 * margin))
  copy.setAttribute('viewBox', box.join(' '))
  const paper = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
  for (const [index, name] of ['x', 'y', 'width', 'height'].entries()) paper.setAttribute(name, String(box[index]))
  paper.setAttribute('fill', 'var(--bg, #fff)')
  copy.prepend(paper)
  const title = document.createElementNS('http://www.w3.org/2000/svg', 'title')
  title.textContent = drawing.getAttribute('aria-label')
  copy.prepend(title)
  return new XMLSerializer()
    .serializeToString(copy)
    .replaceAll(
      inline,
      (_whole, token: string, fallback?: string) => look.getPropertyValue(token).trim() || (fallback ?? 'none'),
    )
}

/** The picture in pixels, two for each on screen. Throws where the browser can't paint it. */
export async function pngOf(drawing: SVGSVGElement): Promise<Blob> {
  const image = new Image()
  // The page's policy lets pictures come from data: and from nowhere else.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgOf(drawing))}`
  await image.decode()
  const { height, width } = sizeOf(drawing)
  const canvas = document.createElement('canvas')
  canvas.width = (width + 2 * margin) * pngScale
  canvas.height = (height + 2 * margin) * pngScale
  const context = canvas.getContext('2d')
  context?.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (context === null || blob === null) throw new Error('This browser can not paint the picture.')
  return blob
}

function sizeOf(drawing: SVGSVGElement): { width: number; height: number } {
  return { width: Number(drawing.getAttribute('width')), height: Math.ceil(Number(drawing.getAttribute('height'))) }
}
