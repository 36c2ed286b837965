/** What the build makes of `?raw`, for the gateway's own type check: vite's types would bring the browser's with them. */
declare module '*?raw' {
  const text: string;
  export default text;
}
