// Brings photos and PDFs from a visitor's telephone to her computer, one after the other. Keeps nothing.
"use strict";
(() => {
  const LONGEST_SIDE = 2500;
  const QUALITY = 0.85;
  const ONE_DOCUMENT_MS = 5 * 60 * 1000;
  const AGAIN_AFTER_MS = 2000;
  const MOST_TRIES = 8;
  const CAN_BE_TRIED_AGAIN = ["HIDDEN", "ONE_MOMENT", "STATION_AWAY", "NO_ANSWER", "HOME_FULL"];
  const ENDS_EVERYTHING = ["CODE_UNKNOWN", "VISIT_OVER", "TOO_MANY_TRIES"];

  const words = JSON.parse(document.body.dataset.words);
  const largest = Number(document.body.dataset.largest);
  const at = (id) => document.getElementById(id);
  let language = document.documentElement.lang;
  let code = "";
  let count = 0;
  let sending = Promise.resolve();

  const say = (key, number) => words[language]["page." + key].replace("{number}", number);

  const speak = (tag) => {
    language = tag;
    document.documentElement.lang = tag;
    document.documentElement.dir = tag === "ar" ? "rtl" : "ltr";
    document.title = say("title");
    document.querySelectorAll("[data-say]").forEach((each) => {
      each.textContent = say(each.dataset.say, each.dataset.number);
    });
    document.querySelectorAll("[data-language]").forEach((each) => {
      each.setAttribute("aria-pressed", String(each.dataset.language === tag));
    });
  };

  const put = (element, key, number) => {
    element.dataset.say = key;
    element.dataset.number = number ?? "";
    element.textContent = say(key, number);
  };

  const note = (key) => {
    at("note").hidden = !key;
    if (key) put(at("note").querySelector("span"), key);
  };

  // ---- whose visit it is ----

  const askForCode = (why) => {
    code = "";
    note(why);
    at("visit").hidden = true;
    at("typing").hidden = false;
    at("code").focus();
  };

  const headers = () => ({ "Escale-Code": code });

  const enter = async (typed) => {
    code = typed.toUpperCase().replace(/[^0-9A-Z]/g, "");
    note("");
    if (!code) {
      askForCode("");
      return;
    }
    try {
      const answer = await fetch("/apporter/visit", { method: "POST", headers: headers() });
      const told = await answer.json();
      if (!answer.ok) {
        askForCode(told.answer);
        return;
      }
      at("typing").hidden = true;
      at("visit").hidden = false;
      at("whose").innerHTML = told.whose;
      speak(told.language);
    } catch {
      askForCode("NO_ANSWER");
      at("code").value = typed;
    }
  };

  // ---- making a photo smaller, which leaves out where it was taken ----

  const paint = (picture) => {
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    const pen = canvas.getContext("2d");
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return new Promise((resolve) => { canvas.toBlob(resolve, "image/jpeg", QUALITY); });
  };

  const prepared = async (file) => {
    if (file.type === "application/pdf") return file;
    try {
      const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
      const drawn = await paint(picture);
      picture.close();
      return drawn && (file.type !== "image/png" || drawn.size < file.size) ? drawn : file;
    } catch {
      return file; // the server says whether it can be taken as it is
    }
  };

  // ---- one document ----

  const send = (content, progress) => new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("PUT", "/apporter/documents");
    request.timeout = ONE_DOCUMENT_MS;
    request.setRequestHeader("Escale-Code", code);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) progress(event.loaded / event.total);
    });
    request.addEventListener("load", () => {
      try {
        resolve(JSON.parse(request.responseText).answer);
      } catch {
        resolve("NO_ANSWER");
      }
    });
    for (const end of ["error", "abort", "timeout"]) {
      request.addEventListener(end, () => resolve("NO_ANSWER"));
    }
    request.send(content);
  });

  const pause = () => new Promise((resolve) => { setTimeout(resolve, AGAIN_AFTER_MS); });

  const sendPatiently = async (content, progress) => {
    for (let tries = 1; ; tries++) {
      const answer = await send(content, progress);
      if (answer !== "ONE_MOMENT" || tries === MOST_TRIES) return answer;
      await pause();
    }
  };

  const show = (shown, state, key) => {
    shown.className = state;
    put(shown.querySelector(".state"), key);
    shown.querySelector("progress").hidden = state !== "wait";
    const again = shown.querySelector(".again");
    again.hidden = state !== "not" || !CAN_BE_TRIED_AGAIN.includes(key);
    put(again, "again");
  };

  const bring = async (file, shown) => {
    const bar = shown.querySelector("progress");
    bar.removeAttribute("value");
    show(shown, "wait", "preparing");
    const content = await prepared(file);
    if (content.size > largest) {
      show(shown, "not", "TOO_LARGE");
      return;
    }
    show(shown, "wait", "sending");
    const answer = await sendPatiently(content, (part) => {
      bar.value = Math.round(part * 100);
      if (part === 1) {
        bar.removeAttribute("value");
        show(shown, "wait", "storing");
      }
    });
    show(shown, answer === "STORED" ? "done" : "not", answer);
    if (ENDS_EVERYTHING.includes(answer)) askForCode(answer);
  };

  const next = (file, shown) => {
    sending = sending.then(() => (code ? bring(file, shown) : show(shown, "not", "CODE_UNKNOWN")));
  };

  const add = (file) => {
    const shown = at("document").content.firstElementChild.cloneNode(true);
    put(shown.querySelector(".name"), file.type === "application/pdf" ? "document" : "photo", ++count);
    shown.querySelector(".again").addEventListener("click", () => next(file, shown));
    at("documents").prepend(shown);
    show(shown, "wait", "waiting");
    next(file, shown);
  };

  for (const way of ["camera", "choose"]) {
    at(way).addEventListener("change", (event) => {
      [...event.target.files].forEach(add);
      event.target.value = "";
    });
  }
  at("typing").addEventListener("submit", (event) => {
    event.preventDefault();
    enter(at("code").value);
  });
  document.querySelectorAll("[data-language]").forEach((each) => {
    each.addEventListener("click", () => speak(each.dataset.language));
  });
  addEventListener("hashchange", () => enter(location.hash.slice(1)));
  enter(location.hash.slice(1));
})();
