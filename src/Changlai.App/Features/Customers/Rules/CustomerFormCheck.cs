using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Editing;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Rules;

/// <summary>What a form may refer to.</summary>
/// <param name="Stores">Ids of the stores this person may give a customer to.</param>
/// <param name="Owners">Ids of the people who may own one.</param>
/// <param name="Fields">The organisation's own, retired ones too.</param>
internal sealed record FormBounds(IReadOnlyCollection<long> Stores, IReadOnlyCollection<long> Owners, IReadOnlyList<CustomerField> Fields);

/// <summary>Reads a card's form: the details it holds, or what is wrong, by field. Pure; what was typed is kept.</summary>
internal sealed class CustomerFormCheck
{
    private const int LongestName = 100;
    private const int LongestWord = 100;
    private const int LongestStreet = 200;
    private const int MostTags = 20;
    private const int LongestTag = 30;

    private readonly CustomerForm form;
    private readonly FormBounds bounds;
    private readonly CustomerDetails? before;
    private readonly Dictionary<string, Text> errors = new(StringComparer.Ordinal);

    private CustomerFormCheck(CustomerForm form, FormBounds bounds, CustomerDetails? before) => (this.form, this.bounds, this.before) = (form, bounds, before);

    /// <param name="before">What is stored; null for a new customer.</param>
    public static (CustomerDetails? Details, CustomerForm Form) Read(CustomerForm form, FormBounds bounds, CustomerDetails? before = null)
    {
        var check = new CustomerFormCheck(form, bounds, before);
        var details = check.Read();
        return check.errors.Count == 0 ? (details, form) : (null, form with { Errors = check.errors });
    }

    private CustomerDetails Read() => new()
    {
        Name = Name(),
        Salutation = Word("salutation"),
        Gender = Code("gender", CustomerCodes.Genders),
        Kind = Code("kind", CustomerCodes.Kinds) ?? CustomerCodes.Direct,
        Source = Code("source", CustomerCodes.Sources, before?.Source),
        Tier = Code("tier", CustomerCodes.Tiers, before?.Tier),
        StoreId = Reference("store", bounds.Stores, before?.StoreId, EditTexts.NoStore),
        OwnerId = Reference("owner", bounds.Owners, before?.OwnerId, EditTexts.NoOwner),
        Occupation = Word("occupation"),
        IncomeBand = Code("income", CustomerCodes.IncomeBands),
        Language = Code("language", CustomerCodes.Languages, before?.Language),
        WeComId = Word("wecom"),
        ChosenRegion = Region(),
        Phones = Phones(),
        Emails = [.. Entries("email", Email).Distinct(StringComparer.OrdinalIgnoreCase)],
        Numbers = Numbers(),
        Addresses = Addresses(),
        Tags = TagNames(),
        Values = Values(),
    };

    private string Name()
    {
        var name = form["name"].Trim();
        if (name.Length == 0) errors["name"] = EditTexts.NoName;
        else if (name.Length > LongestName) errors["name"] = EditTexts.Long.With(LongestName, name.Length);
        else if (name.Any(char.IsControl)) errors["name"] = EditTexts.Control;
        return name;
    }

    private string? Word(string field, int longest = LongestWord)
    {
        var word = form[field].Trim();
        if (word.Length > longest) errors[field] = EditTexts.Long.With(longest, word.Length);
        else if (word.Any(char.IsControl)) errors[field] = EditTexts.Control;
        return word.Length == 0 ? null : word;
    }

    private string? Code(string field, IReadOnlyList<Coded> codes, string? known = null)
    {
        var code = form[field];
        if (code.Length == 0) return null;
        if (code != known && !codes.Knows(code)) errors[field] = EditTexts.NotOffered;
        return code;
    }

    /// <summary>What stands there already may stay, whoever edits.</summary>
    private long? Reference(string field, IReadOnlyCollection<long> allowed, long? known, Text problem)
    {
        if (form[field].Length == 0) return null;
        if (long.TryParse(form[field], out var id) && (id == known || allowed.Contains(id))) return id;
        errors[field] = problem;
        return null;
    }

    private string? Region()
    {
        var region = form["region"].Trim();
        if (region.Length == 0) return null;
        if (!Regions.IsPath(region)) errors["region"] = EditTexts.NoRegion;
        return region;
    }

    private List<CustomerPhone> Phones()
    {
        var phones = new List<CustomerPhone>();
        var first = -1;
        for (var index = 0; index < CustomerForm.MostEntries; index++)
        {
            var field = CustomerForm.At("phone", index);
            if (form[field].Trim() is not { Length: > 0 } typed) continue;
            if (PhoneNumber.Parse(typed) is not { } number)
            {
                errors[field] = EditTexts.NoPhone;
                continue;
            }
            var kind = form[CustomerForm.At("phoneKind", index)];
            if (phones.Exists(phone => phone.E164 == number.E164)) continue;
            if (form["firstPhone"] == index.ToString()) first = phones.Count;
            phones.Add(new CustomerPhone(CustomerCodes.PhoneKinds.Knows(kind) ? kind : CustomerCodes.Mobile, number.E164));
        }
        if (first > 0)
        {
            var dialled = phones[first];
            phones.RemoveAt(first);
            phones.Insert(0, dialled);
        }
        return phones;
    }

    private IEnumerable<string> Entries(string name, Func<string, string, string?> read)
    {
        for (var index = 0; index < CustomerForm.MostEntries; index++)
            if (form[CustomerForm.At(name, index)].Trim() is { Length: > 0 } typed && read(CustomerForm.At(name, index), typed) is { } entry) yield return entry;
    }

    private string? Email(string field, string typed)
    {
        var address = FullWidth.Fold(typed);
        var at = address.IndexOf('@', StringComparison.Ordinal);
        var right = at > 0 && at == address.LastIndexOf('@') && address.Length <= 254 && !address.Any(char.IsWhiteSpace) && !address.Any(char.IsControl)
            && address[(at + 1)..] is var host && host.Contains('.', StringComparison.Ordinal) && !host.StartsWith('.') && !host.EndsWith('.');
        if (!right) errors[field] = EditTexts.NoEmail;
        return right ? address : null;
    }

    private List<ExternalNumber> Numbers()
    {
        var numbers = new List<ExternalNumber>();
        for (var index = 0; index < CustomerForm.MostEntries; index++)
        {
            var (number, label) = (Word(CustomerForm.At("number", index)), Word(CustomerForm.At("numberLabel", index), LongestTag));
            if (number is null && label is not null) errors[CustomerForm.At("number", index)] = EditTexts.NoNumber;
            if (number is not null) numbers.Add(new ExternalNumber(label ?? EditTexts.MemberCard.Chinese, number));
        }
        return [.. numbers.Distinct()];
    }

    private List<CustomerAddress> Addresses()
    {
        var addresses = new List<CustomerAddress>();
        for (var index = 0; index < CustomerForm.MostEntries; index++)
        {
            var country = Word(CustomerForm.At("country", index));
            var province = Word(CustomerForm.At("province", index));
            var address = new CustomerAddress(country, country is null && province is not null ? Regions.Province(province) : province,
                Word(CustomerForm.At("city", index)), Word(CustomerForm.At("district", index)), Word(CustomerForm.At("street", index), LongestStreet));
            if (address != Nowhere) addresses.Add(address);
        }
        return [.. addresses.Distinct()];
    }

    private static readonly CustomerAddress Nowhere = new(null, null, null, null, null);

    private List<string> TagNames()
    {
        var names = form["tags"].Split(['、', ',', '，', ';', '；', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToList();
        if (names.Count > MostTags) errors["tags"] = EditTexts.ManyTags.With(MostTags, names.Count);
        else if (names.Find(name => name.Length > LongestTag) is { } longName) errors["tags"] = EditTexts.LongTag.With(longName, LongestTag);
        else if (names.Any(name => name.Any(char.IsControl))) errors["tags"] = EditTexts.Control;
        return names;
    }

    private Dictionary<long, FieldValue> Values()
    {
        var values = new Dictionary<long, FieldValue>();
        foreach (var field in bounds.Fields)
        {
            if (field.IsRetired)
            {
                // Nobody is asked any more; what was told is not lost.
                if (before?.Values.TryGetValue(field.Id, out var kept) == true) values[field.Id] = kept;
                continue;
            }
            var (value, problem) = FieldCheck.Read(field, form.All(CustomerForm.OfField(field.Id)));
            if (problem is { } wrong) errors[CustomerForm.OfField(field.Id)] = wrong;
            if (value is not null) values[field.Id] = value;
        }
        return values;
    }
}
