/** The page's own style: A4 on its side, black on white, tables whose headers are repeated; on a narrow screen each row becomes a list. */
export const style = `
@page{size:A4 landscape;margin:18mm 14mm 16mm 20mm;@top-center{content:counter(page);font:11pt "Times New Roman",Tinos,"Liberation Serif",serif}}
@page:first{@top-center{content:none}}
*{box-sizing:border-box}
html{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{font:13pt/1.35 "Times New Roman",Tinos,"Liberation Serif",serif;color:#000;background:#fff;margin:0 auto;max-width:277mm;padding:8mm}
h1{font-size:14pt;text-align:center;margin:6mm 0 0}
h1 small{display:block;font-size:13pt;font-weight:bold}
h2{font-size:13pt;margin:6mm 0 2mm;break-after:avoid}
h3{font-size:12.5pt;font-style:italic;margin:4mm 0 2mm;break-after:avoid}
p{margin:1mm 0 2mm}
.head{display:grid;grid-template-columns:1fr auto;gap:6mm;text-align:center;line-height:1.25}
.head>div:last-child{white-space:nowrap}
.head b{display:block}
.ruled::after{content:"";display:block;width:32mm;border-top:1px solid #000;margin:1mm auto 1.5mm}
.date{font-style:italic;text-align:right;margin:3mm 0 0}
.mark{border:2px solid #000;font-weight:bold;text-align:center;padding:1.5mm 3mm;margin:4mm 0}
.about{text-align:center;font-style:italic;margin:1mm auto 4mm;max-width:230mm}
.figures{display:grid;grid-template-columns:repeat(5,1fr);border:1px solid #000;border-width:1px 0 0 1px;margin:2mm 0 3mm;padding:0;list-style:none;break-inside:avoid}
.figures li{border:1px solid #000;border-width:0 1px 1px 0;padding:1.5mm 2mm;font-size:11pt;line-height:1.2}
.figures b{display:block;font-size:15pt}
/* Collapsed borders lie half outside their row, and are lost where a page ends with it: each cell has its own below and to the right. */
table{border-collapse:separate;border-spacing:0;width:100%;font-size:11pt;line-height:1.25;margin:0 0 3mm}
thead{display:table-header-group}
tr{break-inside:avoid}
tbody tr:nth-child(-n+2),tbody tr:nth-last-child(2){break-after:avoid}
th,td{border:1px solid #000;border-width:0 1px 1px 0;padding:1mm 1.5mm;vertical-align:top;text-align:left;overflow-wrap:break-word}
th:first-child,td:first-child{border-left-width:1px}
th{border-top-width:1px;text-align:center;vertical-align:middle;background:#e4e4e4;font-weight:bold}
td.n{text-align:right;white-space:nowrap}
td.c{text-align:center}
td p{margin:0 0 .8mm}
.none{font-style:italic}
.by{font-style:italic}
td small{font-size:10pt;line-height:1.15;font-style:italic;display:block}
dl{font-size:11pt;line-height:1.3;margin:0}
dt{font-weight:bold;display:inline}
dt::after{content:": "}
dd{display:inline;margin:0}
dl div{margin:0 0 1mm;break-inside:avoid}
.sign{display:flex;justify-content:space-between;margin-top:8mm;break-inside:avoid}
.sign>div:last-child{text-align:center;min-width:80mm;padding-bottom:24mm}
.sign small{font-size:11pt}
/* A line on the edge of what is printed would be thinner. */
@media print{body{max-width:none;padding:0 1px}}
@media screen and (max-width:700px){
body{font-size:16px;padding:12px;line-height:1.45}
.head{grid-template-columns:1fr}.sign{flex-direction:column}
h1{font-size:18px}h1 small{font-size:16px}h2{font-size:17px}h3{font-size:16px}
.figures{grid-template-columns:1fr 1fr}.figures li{font-size:14px}
table,tbody{display:block;font-size:15px}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tr{display:block;border:1px solid #000;margin:0 0 10px;padding:4px 0}
td,td.n,td.c,td:first-child{display:grid;grid-template-columns:minmax(88px,30%) 1fr;gap:8px;border:0;padding:3px 8px;text-align:left;white-space:normal}
td::before{content:attr(data-label);font-style:italic;font-size:13px}
td>*{grid-column:2}
td:empty,td.e{display:none}
.date{text-align:center}
}`;
