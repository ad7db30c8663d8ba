using Changlai.App.Features.Orders.Contracts;
using Changlai.App.Features.Orders.Recording;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Imports;
using Changlai.App.Features.Platform.Contracts.Tables;
using Changlai.Core.Values;

namespace Changlai.App.Features.Orders.Import;

/// <summary>Order histories, one line of an order to a row.</summary>
internal sealed class OrderImportTarget(IEnumerable<IOrdersRecorded> listeners, TimeProvider time) : IImportTarget
{
    private static readonly IReadOnlyList<ImportField> AllFields =
        [.. OrderFields.All.Select(field => new ImportField(field.Code(), OrderImportTexts.FieldName(field), OrderHeadings.UsualOf(field)))];

    public ImportKind Kind => OrderImportTexts.Kind;

    public bool IsFor(Viewer viewer, StoreDirectory stores) => viewer.May(Access.ManageStore);

    public IReadOnlyList<ImportField> Fields(DatabaseSession session) => AllFields;

    public Text NameOf(string reason) => OrderImportTexts.ReasonName(reason);

    public Text? ProblemWith(string source) => OrderSources.IsReserved(source) ? OrderSources.Reserved.With(source) : null;

    public ImportContents Read(DatabaseSession session, ImportReading reading)
    {
        var settings = reading.Settings;
        var file = OrderFile.Read(reading.File, new OrderFileOptions
        {
            Map = settings.Map,
            DateOrder = settings.DateOrder,
            TimeZone = reading.Zone,
            CurrencyDigits = Currencies.Digits(reading.Store?.Currency ?? settings.Currency),
            AsOf = reading.Today,
            Rejects = reading.Rejects,
            Progress = reading.Progress,
        }, reading.Cancellation);
        var others = settings.OnlyThisStore ? file.Stores.Where(store => !store.Equals(settings.Store, StringComparison.OrdinalIgnoreCase)).ToList() : [];
        var options = new RecordingOptions(settings.Source, settings.Store, settings.TimeZone, settings.Currency, settings.OnlyThisStore);
        return new OrderContents(file, options, listeners, time)
        {
            Problem = file.Problem is { } problem ? InTheBrowser(problem) : others.Count > 0 ? OrderImportTexts.OtherStores(settings.Store, others) : null,
            Encoding = file.Encoding,
            Delimiter = file.Delimiter,
            Headings = file.AllHeadings,
            Fields = file.Headings.ToDictionary(pair => pair.Key.Code(), pair => pair.Value, StringComparer.Ordinal),
            SampleRows = [.. file.SampleLines.Zip(file.SampleRows, (line, cells) => new SampleRow(line, cells))],
            Facts = [.. FactsOf(file)],
            Rows = file.Rows,
            Lines = file.Lines.Count,
            Rejected = file.Rejected,
            FirstRejected = file.FirstRejected,
        };
    }

    private static IEnumerable<ImportFact> FactsOf(OrderFileContents file)
    {
        if (file.DateForm is { } dates) yield return new ImportFact(OrderImportTexts.Dates, dates.Sentence, dates.Evidence == DateEvidence.Assumed);
        if (file.OrderNumbersDerived) yield return new ImportFact(OrderImportTexts.Numbers, OrderImportTexts.NumbersDerived);
    }

    /// <summary>The remedy of a missing column names the command line's option; here there is a field for it.</summary>
    private static TableProblem InTheBrowser(TableProblem problem) => problem.Code == "columns-missing" ? problem with { Right = OrderImportTexts.ChooseColumn } : problem;
}
