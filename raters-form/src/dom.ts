// Elements, made without a line of HTML: whatever a name or a text holds stays text.

type Child = Node | string | null | false;
type Value = string | number | boolean | null | undefined | ((event: any) => void);

export function h<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Record<string, Value> = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, String(value));
  }
  element.append(...children.filter((child): child is Node | string => child !== null && child !== false));
  return element;
}

export function svg(viewBox: string, attributes: Record<string, string>, ...paths: string[]): SVGSVGElement {
  const space = "http://www.w3.org/2000/svg";
  const element = document.createElementNS(space, "svg");
  for (const [name, value] of Object.entries({ viewBox, ...attributes })) element.setAttribute(name, value);
  for (const d of paths) {
    const path = document.createElementNS(space, "path");
    path.setAttribute("d", d);
    element.append(path);
  }
  return element;
}

const ICONS = {
  back: "M16 10H4M8.8 5.2 4 10l4.8 4.8",
  next: "M4 10h12M11.2 5.2 16 10l-4.8 4.8",
  check: "M4.5 10.5 8.2 14l7.3-8",
  print: "M6 7.5V3.2h8v4.3M6 14H3.2V7.5h13.6V14H14M6 11.6h8v5.2H6z",
  save: "M10 3.2v9.2M6.6 9.2 10 12.6l3.4-3.4M4 15v1.8h12V15",
  copy: "M7.5 6.5h9v10h-9zM12.5 6.5v-3h-9v10h4",
  bin: "M4 5.8h12M8 5.8V3.6h4v2.2M5.6 5.8l.7 10.6h7.4l.7-10.6M8.6 8.8v4.8M11.4 8.8v4.8",
  mark: "M2.5 7h15M10 7l4.2 8.5H5.8z",
} as const;

export const icon = (name: keyof typeof ICONS): SVGSVGElement =>
  svg("0 0 20 20", { class: "icon", "aria-hidden": "true", width: "20", height: "20" }, ICONS[name]);
