using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Imports;
using Changlai.App.Ui;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Import;

/// <summary>Customer lists, one customer to a row; managers for their own store.</summary>
internal sealed class CustomerImportTarget(IEnumerable<ICustomersChanged> listeners) : IImportTarget
{
    public ImportKind Kind => CustomerImportTexts.Customers;

    public bool IsFor(Viewer viewer, StoreDirectory stores) => viewer.May(Access.ManageStore);

    public IReadOnlyList<ImportField> Fields(DatabaseSession session) => CustomerImportFields.Of(CustomerFields.Read(session));

    public Text NameOf(string reason) => CustomerReasons.NameOf(reason);

    public ImportContents Read(DatabaseSession session, ImportReading reading)
    {
        var own = CustomerFields.Read(session);
        var reader = new CustomerLineReader(reading, own, People(session));
        var file = RowFile<CustomerLine>.Read(reading, CustomerImportFields.Of(own), [[CustomerImportFields.Number, CustomerImportFields.Phone]], reader.Read);
        return new CustomerContents(reading, CustomerRoll.Of(file.Taken), listeners).Of(file.Contents);
    }

    private static ILookup<string, (long Id, long? StoreId)> People(DatabaseSession session)
    {
        var people = new List<(string Name, long Id, long? StoreId)>();
        using var rows = session.Read("SELECT name, id, store_id FROM staff WHERE active ORDER BY id");
        while (rows.Next()) people.Add((rows.Text(0), rows.Long(1), rows.LongOrNull(2)));
        return people.ToLookup(person => person.Name, person => (person.Id, person.StoreId), StringComparer.OrdinalIgnoreCase);
    }
}

/// <summary>A customer file on its way.</summary>
internal sealed record CustomerContents(ImportReading Reading, IReadOnlyList<ImportedCustomer> Customers, IEnumerable<ICustomersChanged> Listeners) : ImportContents
{
    public override ImportCounts Count() => new() { Rows = Rows, Figures = [People(CustomerImportTexts.InFile), Repeated], Rejected = Rejected };

    public override ImportTaken Take(DatabaseSession session, bool isTrial)
    {
        var taken = new CustomerTaking(session, Reading, isTrial ? [] : Listeners).Take(Customers);
        var heading = Fields.GetValueOrDefault(CustomerImportFields.Number) ?? Fields.GetValueOrDefault(CustomerImportFields.Phone, "");
        List<LateReject> late =
        [
            .. taken.OtherStores.SelectMany(customer => customer.Lines.Select(line => new LateReject(line, CustomerReasons.OtherStore, heading))),
            .. taken.Erased.SelectMany(customer => customer.Lines.Select(line => new LateReject(line, CustomerReasons.Erased, heading))),
            .. taken.Unrelated.SelectMany(one => one.Customer.Lines.Select(line => new LateReject(line, one.Reason, Fields.GetValueOrDefault(one.Field, "")))),
        ];
        return new ImportTaken(new ImportCounts
        {
            Rows = Rows,
            Figures = [People(CustomerImportTexts.NewBeside.With(Formats.Number(taken.New))), Repeated],
            Changes = new ImportChanges(taken.New, taken.Updated, taken.Unchanged),
            Rejected = LateRejects.Added(Rejected, late),
        }, late);
    }

    private ImportFigure People(Text beside) => new(CustomerImportTexts.CustomersFigure, Formats.Number(Customers.Count), beside);

    /// <summary>The same person three times in one file is one customer, and said to be.</summary>
    private ImportFigure Repeated => new(CustomerImportTexts.Repeated, Formats.Number(Lines - Customers.Count),
        CustomerImportTexts.RepeatedBeside.With(Formats.Number(Customers.Count(customer => customer.Lines.Count > 1))));
}
