import { HubConnectionBuilder, LogLevel } from '@microsoft/signalr';

const hub = new HubConnectionBuilder().withUrl('/hub').configureLogging(LogLevel.Error).build();
onGo(async () => { element('out').textContent = await hub.invoke('Order'); });
hub.start().then(() => { element('go').disabled = false; });
