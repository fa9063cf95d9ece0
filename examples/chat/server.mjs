// A chat room: what one says, all hear, after a moment. Usage: node server.mjs PORT
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { Server } from 'socket.io';

const server = createServer(async (_, response) => {
  response.setHeader('Content-Type', 'text/html');
  response.end(await readFile(new URL('index.html', import.meta.url)));
});
const room = new Server(server);
room.on('connection', socket => socket.on('say', text => setTimeout(() => room.emit('said', text), 120)));
server.listen(Number(process.argv[2]), '127.0.0.1');
