onmessage = async e => postMessage(await (await fetch(`/api?${e.data}`)).text());
