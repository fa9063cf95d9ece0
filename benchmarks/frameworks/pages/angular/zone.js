import 'zone.js';
import '@angular/compiler';
import { HttpClient, provideHttpClient } from '@angular/common/http';
import { Component, inject, provideZoneChangeDetection } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';

const App = Component({
  selector: '#root',
  template: '<button id="go" (click)="order()">go</button><p id="out">{{ state }}</p>',
})(class {
  state = 'idle';
  http = inject(HttpClient);

  order() {
    this.state = 'ordering';
    this.http.get('/api?db=200', { responseType: 'text' }).subscribe(() => { this.state = 'done'; });
  }
});

bootstrapApplication(App, { providers: [provideZoneChangeDetection(), provideHttpClient()] });
