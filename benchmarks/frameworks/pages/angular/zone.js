import 'zone.js';
import '@angular/compiler';
import { Component, provideZoneChangeDetection } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';

// Zones see no native await: as Angular's own build does, only promises are used here.
const App = Component({
  selector: '#root',
  template: '<button id="go" (click)="order()">go</button><p id="out">{{ state }}</p>',
})(class {
  state = 'idle';

  order() {
    this.state = 'ordering';
    fetch('/api?db=200').then(answer => answer.text()).then(() => { this.state = 'done'; });
  }
});

bootstrapApplication(App, { providers: [provideZoneChangeDetection()] });
