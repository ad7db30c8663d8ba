using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Dates;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Imports;
using Changlai.App.Ui;
using Changlai.Core.Calendars;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Import;

/// <summary>Special dates of customers who are here already, one date to a row, in either calendar.</summary>
internal sealed class DateImportTarget(IEnumerable<ICustomersChanged> listeners) : IImportTarget
{
    private const string What = "what";
    private const string Date = "date";
    private const string Calendar = "calendar";

    private static readonly IReadOnlyList<ImportField> AllFields =
    [
        CustomerImportFields.NumberField,
        CustomerImportFields.PhoneField,
        new(What, new("什么日子", "What day"), ["什么日子", "日子", "名称", "类型", "日子类型", "纪念日名称", "what", "occasion", "event", "kind", "type", "name"]),
        new(Date, new("日期", "Date"), ["日期", "时间", "公历日期", "生日", "date", "day", "birthday"]),
        new(Calendar, new("历法", "Calendar"), ["历法", "公历农历", "公农历", "阴历阳历", "calendar"]),
    ];

    public ImportKind Kind => CustomerImportTexts.Dates;

    public bool IsFor(Viewer viewer, StoreDirectory stores) => viewer.May(Access.ManageStore);

    public IReadOnlyList<ImportField> Fields(DatabaseSession session) => AllFields;

    public Text NameOf(string reason) => CustomerReasons.NameOf(reason);

    public ImportContents Read(DatabaseSession session, ImportReading reading)
    {
        var dates = new CellDates(reading.Today);
        var file = RowFile<DateLine>.Read(reading, AllFields, [[CustomerImportFields.Number, CustomerImportFields.Phone], [Date]], row => ReadLine(row, dates));
        return new DateContents(reading, file.Taken, listeners).Of(file.Contents);
    }

    private static DateLine ReadLine(ImportRow row, CellDates dates)
    {
        var number = CustomerLineReader.Identify(row, CustomerImportFields.Number);
        var phone = CustomerLineReader.PhonesIn(row, CustomerImportFields.Phone).FirstOrDefault();
        if (number is null && phone is null && row.IsRight) row.Wrong(CustomerImportFields.Number, CustomerReasons.Unidentified, "");
        var (kind, name) = KindOf(row);
        AnnualDay? day = null;
        if (row.Words(Date) is not { } cell) row.Wrong(Date, CustomerReasons.DateMissing);
        else day = dates.Read(row, Date, cell, CalendarOf(row));
        return new DateLine(row.Line, number, phone, new NewSpecialDate(kind, day ?? default, name));
    }

    /// <summary>A word of ours, or a name of the shop's own; without one it is the birthday.</summary>
    private static (string Kind, string? Name) KindOf(ImportRow row)
    {
        if (row.Words(What) is not { } word) return (CustomerCodes.Birthday, null);
        if (CustomerWords.CodeOf(CustomerCodes.DateKinds, word) is { } code && code != CustomerCodes.NamedDate) return (code, null);
        if (word.Length > DateForm.LongestName || CustomerWords.IsNothing(word)) row.Wrong(What, CustomerReasons.KindMissing);
        return (CustomerCodes.NamedDate, word);
    }

    private static AnnualCalendar? CalendarOf(ImportRow row)
    {
        if (row.Words(Calendar) is not { } word) return null;
        switch (CustomerWords.Plain(word))
        {
            case "农历" or "阴历" or "旧历" or "lunar":
                return AnnualCalendar.Lunar;
            case "公历" or "阳历" or "新历" or "gregorian" or "solar":
                return AnnualCalendar.Gregorian;
            default:
                row.Wrong(Calendar, CustomerReasons.NotOffered);
                return null;
        }
    }
}

/// <summary>What one line says.</summary>
internal sealed record DateLine(int Line, string? Number, string? Phone, NewSpecialDate Date);

/// <summary>A file of special dates on its way.</summary>
internal sealed record DateContents(ImportReading Reading, IReadOnlyList<DateLine> Dates, IEnumerable<ICustomersChanged> Listeners) : ImportContents
{
    public override ImportCounts Count() => new() { Rows = Rows, Figures = [Figure(Dates.DistinctBy(line => (line.Number, line.Phone)).Count())], Rejected = Rejected };

    public override ImportTaken Take(DatabaseSession session, bool isTrial)
    {
        session.LockInTransaction(CustomerTaking.Lock);
        var found = CustomerMatching.Find(session, Reading.Settings.Source, [.. Dates.Select(line => new Wanted(line.Number, line.Phone, ""))]);
        var late = new List<LateReject>();
        var said = new SortedDictionary<long, List<NewSpecialDate>>();
        foreach (var (index, line) in Dates.Index())
        {
            // Somebody else's customer is not there for whoever may not see them.
            if (found[index] is not var (id, store) || Reading.Settings.OnlyThisStore && store != Reading.Store?.Id) late.Add(new LateReject(line.Line, CustomerReasons.CustomerUnknown, HeadingOf(line)));
            else if (said.TryGetValue(id, out var dates)) dates.Add(line.Date);
            else said[id] = [line.Date];
        }

        var (fresh, changed, same) = Write(session, said, isTrial ? [] : Listeners);
        return new ImportTaken(new ImportCounts { Rows = Rows, Figures = [Figure(said.Count)], Changes = new ImportChanges(fresh, changed, same), Rejected = LateRejects.Added(Rejected, late) }, late);
    }

    private static (int New, int Updated, int Unchanged) Write(DatabaseSession session, SortedDictionary<long, List<NewSpecialDate>> said, IEnumerable<ICustomersChanged> listeners)
    {
        var (fresh, updated, same) = (0, 0, 0);
        var changed = new List<(StoredCard, IReadOnlyList<NewSpecialDate>)>();
        if (said.Count == 0) return default;
        var cards = StoredCards.Read(session, said.Keys);
        foreach (var (id, dates) in said)
        {
            var card = cards[id];
            IReadOnlyList<NewSpecialDate> known = [.. card.Dates.Select(date => new NewSpecialDate(date.Kind, date.Day, date.Name))];
            var after = known;
            foreach (var date in dates)
            {
                if (after.Contains(date)) same++;
                else if (after.Any(other => CardMerging.IsSameOccasion(other, date))) updated++;
                else fresh++;
                after = CardMerging.Over(after, [date]);
            }
            if (!ReferenceEquals(after, known)) changed.Add((card, after));
        }
        SpecialDateRows.Replace(session, changed);
        List<long> customers = [.. changed.Select(change => change.Item1.Id)];
        session.Journal?.Touch(customers);
        if (customers.Count > 0)
            foreach (var listener in listeners) listener.CustomersChanged(session, customers);
        return (fresh, updated, same);
    }

    private string HeadingOf(DateLine line) => Fields.GetValueOrDefault(line.Number is null ? CustomerImportFields.Phone : CustomerImportFields.Number, "");

    private ImportFigure Figure(int customers) => new(CustomerImportTexts.DatesFigure, Formats.Number(Dates.Count), CustomerImportTexts.DatesBeside.With(Formats.Number(customers)));
}
