/** Offers a file to the reader as a download. */
export const offerFile = (content: Blob, fileName: string): void => {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
};

/** Longest side a browser will surely paint. */
const longestSide = 8192;

/** Paints an SVG document as PNG: twice its size where that fits. */
export const paintPng = async (picture: {
  svg: string;
  width: number;
  height: number;
}): Promise<Blob> => {
  const scale = Math.min(2, longestSide / Math.max(picture.width, picture.height));
  const address = URL.createObjectURL(new Blob([picture.svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob(
        (blob) => (blob ? resolve(blob) : reject(new Error("no picture"))),
        "image/png",
      ),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
};

/** Prints an SVG document alone on one A3 page, landscape; the page itself stays out of it. */
export const printSheet = (svg: string): void => {
  const sheet = document.createElement("div");
  sheet.className = "map-print-sheet";
  const read = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  sheet.append(document.importNode(read, true));
  const style = document.createElement("style");
  style.textContent = `
    .map-print-sheet { display: none; }
    @media print {
      @page { size: A3 landscape; margin: 8mm; }
      html, body { background: #fff; }
      body > *:not(.map-print-sheet) { display: none !important; }
      .map-print-sheet { display: block; }
      .map-print-sheet svg { display: block; width: 404mm; height: 280mm; }
    }`;
  sheet.append(style);
  document.body.append(sheet);
  const done = () => {
    sheet.remove();
    window.removeEventListener("afterprint", done);
  };
  window.addEventListener("afterprint", done);
  window.print();
};
