namespace Changlai.App.Features.Customers.Import;

/// <summary>
/// Puts the lines of a file together by customer: the same number is the same person; a line without a number belongs to
/// whoever has its phone, of several the one of the same name. Pure.
/// </summary>
internal static class CustomerRoll
{
    public static List<ImportedCustomer> Of(IReadOnlyList<CustomerLine> lines)
    {
        var customers = new List<ImportedCustomer>();
        var byNumber = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in lines.Where(line => line.Number is not null))
        {
            if (byNumber.TryGetValue(line.Number!, out var known)) customers[known] = customers[known].And(ImportedCustomer.Of(line));
            else
            {
                byNumber[line.Number!] = customers.Count;
                customers.Add(ImportedCustomer.Of(line));
            }
        }

        var byPhone = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var place = 0; place < customers.Count; place++) Note(byPhone, customers[place], place);
        foreach (var line in lines.Where(line => line.Number is null))
        {
            var one = ImportedCustomer.Of(line);
            if (byPhone.TryGetValue(one.Phone!, out var places))
            {
                var place = places.Find(place => customers[place].Details.Name == one.Details.Name, places[0]);
                customers[place] = customers[place].And(one);
            }
            else
            {
                Note(byPhone, one, customers.Count);
                customers.Add(one);
            }
        }
        return [.. customers.OrderBy(customer => customer.Lines[0])];
    }

    private static void Note(Dictionary<string, List<int>> byPhone, ImportedCustomer customer, int place)
    {
        if (customer.Phone is not { } phone) return;
        if (byPhone.TryGetValue(phone, out var places)) places.Add(place);
        else byPhone[phone] = [place];
    }

    private static int Find(this List<int> places, Predicate<int> fits, int otherwise) => places.FindIndex(fits) is >= 0 and var index ? places[index] : otherwise;
}
