// Loads the calculator. Trunk would write this into the page; the content security policy allows no
// inline code, so the page only names the two files, relative to itself, and works under any path.
const names = document.querySelector("script[data-module]").dataset;
const address = (name) => new URL(name, document.baseURI);

import(address(names.module))
  .then((module) => module.default({ module_or_path: address(names.wasm) }))
  .catch((error) => {
    console.error(error);
    document.getElementById("engine-error").hidden = false;
    // The example in the page is all there is to read now.
    delete document.documentElement.dataset.own;
    document.documentElement.lang = "vi";
  });
