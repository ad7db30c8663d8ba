using Changlai.App.Features.Platform.Contracts.Imports;
using Changlai.App.Features.Platform.Contracts.Tables;
using Changlai.Core.Values;

namespace Changlai.App.Features.Orders.Import;

/// <summary>What one cell of the date column came to.</summary>
/// <param name="Reason">Why the line cannot be taken; null when it can.</param>
/// <param name="OrderedAt">
/// The moment; or, where the order of day and month is still open, its numbers packed into the ticks, marked by a kind
/// other than <see cref="DateTimeKind.Unspecified"/>, to be opened by <see cref="DateColumn.Settle"/>.
/// </param>
/// <param name="Doubt">Not 0 when the decision may still turn this date down; dates with the same number share their fate.</param>
internal readonly record struct DateFinding(RejectReason? Reason, DateTime OrderedAt, int Doubt = 0);

/// <summary>The date column of a file: reads cell by cell and decides the order of day and month over all of them.</summary>
internal sealed class DateColumn(bool serials, TimeZoneInfo timeZone, DateOnly? asOf, DateOrder? stated)
{
    private const DateTimeKind FullYearOpen = DateTimeKind.Utc;
    private const DateTimeKind ShortYearOpen = DateTimeKind.Local;
    private readonly DayMonthOrder _fullYears = new();
    private readonly DayMonthOrder _shortYears = new();
    private readonly DateTime _latest = asOf is { } today ? today.AddDays(3).ToDateTime(TimeOnly.MinValue).AddTicks(-1) : DateTime.MaxValue;
    private string? _previousText;
    private DateFinding _previous;
    private DateOrder _fullYearOrder;
    private DateOrder _shortYearOrder;

    public DateFinding Read(ReadOnlySpan<char> text, int line)
    {
        if (_previousText is not null && text.SequenceEqual(_previousText))
            return _previous;
        _previous = Find(text, line);
        _previousText = text.ToString();
        return _previous;
    }

    /// <summary>Decides, once every cell was read. The problem when the column contradicts itself.</summary>
    public DateForm Decide(out TableProblem? problem)
    {
        problem = null;
        if (!_fullYears.Any && !_shortYears.Any)
            return new DateForm(DateOrder.YearMonthDay, DateEvidence.NotNeeded, OrderFileWords.DatesClear);

        DateOrder[] full = stated is DateOrder.DayMonthYear or DateOrder.MonthDayYear
            ? [stated.Value]
            : [DateOrder.DayMonthYear, DateOrder.MonthDayYear];
        (_fullYearOrder, var fullEvidence) = _fullYears.Decide(full);
        DateOrder[] brief = stated is { } known ? [known] : [_fullYearOrder, .. Enum.GetValues<DateOrder>().Reverse().Except([_fullYearOrder])];
        (_shortYearOrder, var shortEvidence) = _shortYears.Decide(brief);
        var (years, order, evidence) = _fullYears.Any
            ? (_fullYears, _fullYearOrder, fullEvidence)
            : (_shortYears, _shortYearOrder, shortEvidence);
        if (stated is not null)
            return new DateForm(order, DateEvidence.Stated, OrderFileWords.DatesStated(order));
        problem = Contradiction(_fullYears, _fullYearOrder) ?? Contradiction(_shortYears, _shortYearOrder);
        return new DateForm(order, evidence, OrderFileWords.DatesDecided(order, evidence, years.ExampleFor(order)));
    }

    /// <summary>Whether a moment still waits for the decision.</summary>
    public static bool IsOpen(DateTime orderedAt) => orderedAt.Kind != DateTimeKind.Unspecified;

    /// <summary>The moment behind an open date, or why there is none.</summary>
    public (DateTime OrderedAt, RejectReason? Reason) Settle(DateTime open)
    {
        var shortYear = open.Kind == ShortYearOpen;
        var moment = DayMonthOrder.MomentOf(DateNumbers.Unpack(open.Ticks), shortYear ? _shortYearOrder : _fullYearOrder, shortYear);
        if (moment is not { } orderedAt)
            return (default, OrderReasons.DateInvalid);
        return orderedAt > _latest ? (default, OrderReasons.DateFuture) : (orderedAt, null);
    }

    /// <summary>The problem of a column in which very many dates, if few among all, speak against the decision.</summary>
    public TableProblem Disagreement()
    {
        var (years, order) = _fullYears.Against(_fullYearOrder) > _shortYears.Against(_shortYearOrder)
            ? (_fullYears, _fullYearOrder)
            : (_shortYears, _shortYearOrder);
        return OrderFileWords.DatesContradict(years.ExampleFor(order), years.ExampleAgainst(order));
    }

    /// <summary>A few dates the other way round are slips of the pen; a fifth of those that tell is a file put together from two.</summary>
    private static TableProblem? Contradiction(DayMonthOrder years, DateOrder order) =>
        years.Any && years.Against(order) * 4 > years.Supporting(order)
            ? OrderFileWords.DatesContradict(years.ExampleFor(order), years.ExampleAgainst(order))
            : null;

    private DateFinding Find(ReadOnlySpan<char> text, int line)
    {
        if (text.IsWhiteSpace())
            return new DateFinding(OrderReasons.DateMissing, default);
        var reading = DateCell.Read(text, serials, timeZone, out var moment, out var numbers);
        switch (reading)
        {
            case DateReading.Invalid:
                return new DateFinding(OrderReasons.DateInvalid, default);
            case DateReading.Known:
                return new DateFinding(moment > _latest ? OrderReasons.DateFuture : null, moment);
        }

        var shortYear = reading == DateReading.ShortYear;
        var (orders, inFuture) = (shortYear ? _shortYears : _fullYears).Observe(numbers, shortYear, _latest, line, text);
        if (orders == 0)
            return new DateFinding(inFuture ? OrderReasons.DateFuture : OrderReasons.DateInvalid, default);
        var open = new DateTime(numbers.Packed, shortYear ? ShortYearOpen : FullYearOpen);
        var everywhere = shortYear ? 0b111 : 0b110;
        return new DateFinding(null, open, orders == everywhere ? 0 : (shortYear ? 8 : 0) | orders);
    }
}
