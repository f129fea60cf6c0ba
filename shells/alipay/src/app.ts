// Starts the mini-program; all that it does is in its pages.
App({});
