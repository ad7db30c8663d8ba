namespace Changlai.App.Ui.Kit;

/// <summary>Rows that try the parts: many, long, short, none.</summary>
internal static class KitSample
{
    private static readonly string[] Names =
        ["李明华", "欧阳娜娜", "单立", "王芳", "阿依古丽·买买提江·阿卜杜热合曼", "Wolfeschlegelsteinhausenbergerdorff-Montgomery", "曾小贤", "尉迟恭", "Anna O’Neill", "赵"];

    public static IReadOnlyList<KitRow> Rows(DateOnly today) =>
        [.. Enumerable.Range(0, 40).Select(i => new KitRow(
            i + 1, Names[i % Names.Length], $"+86138{i * 7919 % 100_000_000:00000000}", today.AddDays(-i * i), 1000L * i * i * 37 + 8800, (Tone)(i % 4)))];

    public static IReadOnlyList<LoadDay> Load(DateOnly today) =>
        [.. Enumerable.Range(0, 35).Select(i =>
        {
            var day = today.AddDays(i);
            var closed = day.DayOfWeek == DayOfWeek.Sunday;
            return new LoadDay(day, closed ? 0 : i * 53 % 97 + (i == 4 ? 12_000 : 0), 80, closed, closed ? null : $"/today?on={day:yyyy-MM-dd}");
        })];

    public static ChartSeries Series(string name, int seed, SeriesRole role = SeriesRole.Value) =>
        new(name, [.. Enumerable.Range(0, 12).Select(i => (double?)(seed + i * 3 + i * seed % 7))], role);
}

internal sealed record KitRow(int Id, string Name, string Phone, DateOnly LastOn, long Spent, Tone Tone);
