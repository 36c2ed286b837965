import { chromium } from '@playwright/test';
const base='http://127.0.0.1:4310';
const id=process.argv[2];
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox','--disable-gpu','--no-first-run','--disable-background-networking']});
for (const w of [390,1440]) {
const c=await b.newContext({viewport:{width:w,height:900},timezoneId:'UTC',locale:'en-GB'});
const page=await c.newPage();
await page.addInitScript(()=>{ window.__s=[]; new PerformanceObserver(l=>{for(const e of l.getEntries()) window.__s.push([Math.round(e.startTime),e.value,e.hadRecentInput,e.sources.map(s=>(s.node?.nodeType===1? s.node.tagName+'.'+(s.node.getAttribute('aria-label')||s.node.className||'').slice(0,60)+' "'+(s.node.textContent||'').slice(0,60)+'"':s.node?.textContent?.slice(0,80))+JSON.stringify([s.previousRect.y,s.previousRect.height,s.currentRect.y,s.currentRect.height,s.previousRect.x,s.currentRect.x]))])}).observe({type:'layout-shift',buffered:true});});
await page.goto(base+'/flows/'+id);
await page.waitForTimeout(9000);
console.log(w,JSON.stringify(await page.evaluate(()=>window.__s),null,1));
}
await b.close();
