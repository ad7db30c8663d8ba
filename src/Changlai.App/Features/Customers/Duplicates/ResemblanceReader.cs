using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Rules;
using Changlai.App.Features.Customers.Search;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Calendars;

namespace Changlai.App.Features.Customers.Duplicates;

/// <summary>Reads what resemblance is judged by, for all customers of a table at once.</summary>
internal static class ResemblanceReader
{
    /// <summary>Where no outside system gave a number, its label stands for the system.</summary>
    private const string OwnSource = "#";

    /// <param name="table">A temporary table with a column <c>customer_id</c>.</param>
    public static Dictionary<long, ResemblanceFacts> Read(DatabaseSession session, string table)
    {
        var lists = new Lists();
        Each(session, table, "customer_phone", "x.e164", rows => lists.Phones(rows.Long(0)).Add(rows.Text(1)));
        Each(session, table, "customer_email", "x.address", rows => lists.Emails(rows.Long(0)).Add(FindableCustomer.Fold(rows.Text(1))));
        Each(session, table, "customer_number", "x.label, x.number", rows => lists.Numbers(rows.Long(0)).Add(new SourceNumber(OwnSource + rows.Text(1), FindableCustomer.Fold(rows.Text(2)))));
        Each(session, table, "customer_address", "x.province, x.city, x.district, x.street", rows =>
        {
            if (rows.TextOrNull(4) is { Length: > 0 } street) lists.Streets(rows.Long(0)).Add(FindableCustomer.Fold($"{rows.TextOrNull(2)}{rows.TextOrNull(3)}{street}"));
        });
        Each(session, table, "special_date", "x.kind, x.calendar, x.month, x.day, x.leap_month, x.year", rows =>
        {
            if (rows.Text(1) == CustomerCodes.Birthday)
                lists.Birthdays(rows.Long(0)).Add(rows.Text(2) == "lunar"
                    ? AnnualDay.Lunar(rows.Int(3), rows.Int(4), rows.Flag(5), rows.IntOrNull(6)) : AnnualDay.Gregorian(rows.Int(3), rows.Int(4), rows.IntOrNull(6)));
        });
        var facts = new Dictionary<long, ResemblanceFacts>();
        Each(session, table, "customer", "x.name, x.phone, x.email, x.external_source, x.external_number, x.wecom_id, x.gender, x.store_id",
            rows => facts[rows.Long(0)] = FactsOf(rows, lists));
        return facts;
    }

    private static ResemblanceFacts FactsOf(Rows rows, Lists lists)
    {
        var (id, name) = (rows.Long(0), rows.Text(1));
        var (phone, email, number) = (rows.TextOrNull(2), rows.TextOrNull(3), rows.TextOrNull(5));
        var folded = FindableCustomer.Fold(name);
        var named = folded.Length > 0 && name != number && name != phone && !folded.All(char.IsDigit);
        return new ResemblanceFacts(id, folded, Pinyin.Full(name), named,
            phone is null ? lists.Phones(id) : [phone, .. lists.Phones(id)],
            email is null ? lists.Emails(id) : [FindableCustomer.Fold(email), .. lists.Emails(id)],
            number is null ? lists.Numbers(id) : [new SourceNumber(rows.TextOrNull(4) ?? "", FindableCustomer.Fold(number)), .. lists.Numbers(id)],
            rows.TextOrNull(6), lists.Birthdays(id), lists.Streets(id), rows.TextOrNull(7), rows.LongOrNull(8));
    }

    private static void Each(DatabaseSession session, string table, string from, string columns, Action<Rows> take)
    {
        using var rows = session.Read($"SELECT x.customer_id, {columns} FROM {table} t CROSS JOIN {from} x WHERE x.customer_id = t.customer_id");
        while (rows.Next()) take(rows);
    }

    /// <summary>What a customer can have several of; most have none beyond the first.</summary>
    private sealed class Lists
    {
        private readonly Dictionary<long, List<string>> phones = [];
        private readonly Dictionary<long, List<string>> emails = [];
        private readonly Dictionary<long, List<SourceNumber>> numbers = [];
        private readonly Dictionary<long, List<string>> streets = [];
        private readonly Dictionary<long, List<AnnualDay>> birthdays = [];

        public List<string> Phones(long id) => Of(phones, id);

        public List<string> Emails(long id) => Of(emails, id);

        public List<SourceNumber> Numbers(long id) => Of(numbers, id);

        public List<string> Streets(long id) => Of(streets, id);

        public List<AnnualDay> Birthdays(long id) => Of(birthdays, id);

        private static List<T> Of<T>(Dictionary<long, List<T>> lists, long id) => lists.TryGetValue(id, out var list) ? list : lists[id] = [];
    }
}
