// Draws a table: the first column names the points, every other column is a series. Columns marked data-low and
// data-high are the ends of the interval around the series before them.
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

interface Column { name: string; role: string; values: number[]; }

function columns(table: HTMLTableElement): { points: string[]; series: Column[] } {
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
  const rows = [...(table.tBodies[0]?.rows ?? [])];
  return {
    points: rows.map(row => row.cells[0]?.textContent?.trim() ?? ''),
    series: heads.slice(1).map((head, i) => ({
      name: head.textContent?.trim() ?? '',
      role: head.dataset.role ?? '',
      values: rows.map(row => Number(row.cells[i + 1]?.dataset.value ?? NaN)),
    })),
  };
}

function option(host: HTMLElement, table: HTMLTableElement): object {
  const style = getComputedStyle(host);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const { points, series } = columns(table);
  const type = host.dataset.chart === 'line' ? 'line' : 'bar';
  const palette = [colour('--cl-chart-1'), colour('--cl-chart-2'), colour('--cl-chart-3')];
  const lines = series.filter(s => s.role === '');
  const low = series.find(s => s.role === 'low');
  const high = series.find(s => s.role === 'high');
  const band = low && high ? [
    { type: 'line', name: low.name, data: low.values, stack: 'band', lineStyle: { opacity: 0 }, symbol: 'none', silent: true, tooltip: { show: false } },
    { type: 'line', name: high.name, data: high.values.map((v, i) => v - (low.values[i] ?? 0)), stack: 'band', lineStyle: { opacity: 0 }, symbol: 'none',
      areaStyle: { opacity: 0.18, color: palette[0] }, silent: true, tooltip: { show: false } },
  ] : [];
  const axis = { axisLine: { lineStyle: { color: colour('--tblr-border-color') } }, axisLabel: { color: colour('--cl-quiet') }, axisTick: { show: false } };
  return {
    animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    color: palette,
    textStyle: { fontFamily: style.fontFamily },
    grid: { left: 8, right: 8, top: lines.length > 1 ? 32 : 12, bottom: 4, containLabel: true },
    legend: lines.length > 1 ? { data: lines.map(s => s.name), top: 0, left: 0, icon: 'roundRect', textStyle: { color: colour('--tblr-body-color') } } : undefined,
    // Drawn as text: a tooltip of HTML would carry inline styles.
    tooltip: { trigger: 'axis', renderMode: 'richText' },
    xAxis: { type: 'category', data: points, ...axis },
    yAxis: { type: 'value', ...axis, splitLine: { lineStyle: { color: colour('--tblr-border-color') } } },
    series: [...lines.map(s => ({ type, name: s.name, data: s.values, barMaxWidth: 28, symbolSize: 5 })), ...band],
  };
}

/** Draws into `host` and redraws when its size or the system's theme changes; the answer ends both. */
export function draw(host: HTMLElement, table: HTMLTableElement): () => void {
  const chart = init(host, undefined, { renderer: 'svg' });
  const theme = matchMedia('(prefers-color-scheme: dark)');
  const paint = (): void => chart.setOption(option(host, table) as never, true);
  const size = new ResizeObserver(() => chart.resize());
  paint();
  size.observe(host);
  theme.addEventListener('change', paint);
  return () => {
    size.disconnect();
    theme.removeEventListener('change', paint);
    chart.dispose();
  };
}
