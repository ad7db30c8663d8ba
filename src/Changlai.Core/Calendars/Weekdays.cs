using System.Text;
using Changlai.Core.Values;

namespace Changlai.Core.Calendars;

/// <summary>
/// A set of days of the week: when a store is open, a person works, a customer likes to be called. Written with ISO 8601
/// numbers, Monday 1 to Sunday 7: <c>1-6</c>, <c>2,4,6-7</c>; the empty set is the empty text.
/// </summary>
public readonly record struct Weekdays
{
    private static readonly string[] ChineseDays = ["一", "二", "三", "四", "五", "六", "日"];
    private static readonly string[] EnglishDays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    private Weekdays(int bits) => Bits = (byte)bits;

    /// <summary>The set as a number from 0 to 127: bit 0 is Monday, bit 6 Sunday.</summary>
    public byte Bits { get; }

    /// <summary>No day.</summary>
    public static Weekdays None => default;

    /// <summary>Every day.</summary>
    public static Weekdays All => new(0b111_1111);

    /// <summary>The set with a given <see cref="Bits"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not within 0 to 127.</exception>
    public static Weekdays FromBits(int bits) => bits is >= 0 and <= 127
        ? new Weekdays(bits)
        : throw new ArgumentOutOfRangeException(nameof(bits), bits, "A set of weekdays is a number from 0 to 127.");

    /// <summary>The set of the given days.</summary>
    public static Weekdays Of(params ReadOnlySpan<DayOfWeek> days)
    {
        var bits = 0;
        foreach (var day in days)
            bits |= Bit(day);
        return new Weekdays(bits);
    }

    /// <summary>How many days are in the set, 0 to 7.</summary>
    public int Count => System.Numerics.BitOperations.PopCount(Bits);

    /// <summary>Whether a day of the week is in the set.</summary>
    public bool Contains(DayOfWeek day) => (Bits & Bit(day)) != 0;

    /// <summary>Whether a calendar day falls on a day of the week in the set.</summary>
    public bool Contains(DateOnly day) => Contains(day.DayOfWeek);

    /// <summary>The days that are in both sets.</summary>
    public Weekdays And(Weekdays other) => new(Bits & other.Bits);

    /// <summary>The days of this set that are not in the other.</summary>
    public Weekdays Except(Weekdays other) => new(Bits & ~other.Bits);

    /// <summary>The first day on or after a given one that is in the set; null when the set is empty.</summary>
    public DateOnly? NextOnOrAfter(DateOnly day)
    {
        if (Bits == 0)
            return null;
        while (!Contains(day))
            day = day.AddDays(1);
        return day;
    }

    /// <summary>Reads what <see cref="ToString"/> writes; spaces are ignored, a range may not run backwards.</summary>
    /// <returns>False when the text is not a list of numbers or ranges from 1 to 7.</returns>
    public static bool TryParse(string? text, out Weekdays days)
    {
        days = None;
        if (text is null)
            return false;
        var bits = 0;
        if (text.AsSpan().Trim().IsEmpty)
            return true;
        foreach (var range in text.AsSpan().Split(','))
        {
            var part = text.AsSpan(range).Trim();
            var dash = part.IndexOf('-');
            if (!TryDay(dash < 0 ? part : part[..dash], out var first) || !TryDay(part[(dash + 1)..], out var last) || last < first)
                return false;
            for (var day = first; day <= last; day++)
                bits |= 1 << (day - 1);
        }
        days = new Weekdays(bits);
        return true;
    }

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <exception cref="FormatException">Not a list of numbers or ranges from 1 to 7.</exception>
    public static Weekdays Parse(string text) => TryParse(text, out var days)
        ? days
        : throw new FormatException($"'{text}' is not a list of weekdays such as 1-6 or 2,4,7.");

    /// <summary>ISO numbers, neighbours joined with a dash: <c>1-6</c>, <c>1,3,5</c>, <c>6-7</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (first, last) in Runs())
            text.Append(text.Length > 0 ? "," : "").Append(first + 1).Append(last > first ? $"-{last + 1}" : "");
        return text.ToString();
    }

    /// <summary>How people say it: 「周一至周六」, "Mon–Sat"; 「每天」, "every day"; 「无」, "none".</summary>
    public Text Words => Bits switch
    {
        0 => new Text("无", "none"),
        127 => new Text("每天", "every day"),
        _ => new Text(
            string.Join("、", Runs().Select(run => Join(run, "周{0}", "至", ChineseDays))),
            string.Join(", ", Runs().Select(run => Join(run, "{0}", "–", EnglishDays)))),
    };

    private static string Join((int First, int Last) run, string form, string to, string[] names)
    {
        var first = string.Format(form, names[run.First]);
        var last = string.Format(form, names[run.Last]);
        return run.First == run.Last ? first : first + to + last;
    }

    private List<(int First, int Last)> Runs()
    {
        var runs = new List<(int First, int Last)>();
        for (var day = 0; day < 7; day++)
        {
            if ((Bits & (1 << day)) == 0)
                continue;
            if (runs.Count > 0 && runs[^1].Last == day - 1)
                runs[^1] = (runs[^1].First, day);
            else
                runs.Add((day, day));
        }
        return runs;
    }

    private static bool TryDay(ReadOnlySpan<char> text, out int day)
    {
        text = text.Trim();
        day = text.Length == 1 ? text[0] - '0' : 0;
        return day is >= 1 and <= 7;
    }

    private static int Bit(DayOfWeek day) => 1 << (((int)day + 6) % 7);
}
