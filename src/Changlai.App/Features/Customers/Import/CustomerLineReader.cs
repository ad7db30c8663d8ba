using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Rules;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Imports;
using Changlai.App.Features.Platform.Contracts.Tables;
using Changlai.Core.Calendars;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Import;

/// <summary>Reads lines of a customer file, and says of each cell what is wrong with it.</summary>
internal sealed class CustomerLineReader(ImportReading reading, IReadOnlyList<CustomerField> own, ILookup<string, (long Id, long? StoreId)> people)
{
    private const int LongestName = 100;
    private const int LongestStreet = 200;
    private const int LongestTag = 30;
    private const int MostTags = 20;
    private static readonly char[] Separators = ['/', ';', '；', '、', ',', '，', '|', '\n', ' '];
    private readonly CellDates dates = new(reading.Today);
    private readonly WishCells wishes = new(reading);

    public CustomerLine Read(ImportRow row)
    {
        var number = Identify(row, CustomerImportFields.Number);
        var details = new CustomerDetails
        {
            Name = Word(row, CustomerImportFields.Name) ?? "",
            Salutation = Word(row, "salutation"),
            Gender = Code(row, "gender", CustomerCodes.Genders),
            Kind = Code(row, "kind", CustomerCodes.Kinds) ?? "",
            Source = Code(row, "source", CustomerCodes.Sources),
            Tier = Code(row, "tier", CustomerCodes.Tiers),
            StoreId = StoreOf(row),
            Occupation = Word(row, "occupation"),
            IncomeBand = Code(row, "income", CustomerCodes.IncomeBands),
            Language = Code(row, "language", CustomerCodes.Languages),
            WeComId = Word(row, "wecom"),
            ChosenRegion = Region(row),
            Phones = [.. Phones(row).DistinctBy(phone => phone.E164, StringComparer.Ordinal)],
            Emails = [.. Emails(row).Distinct(StringComparer.OrdinalIgnoreCase)],
            Numbers = Identify(row, "card") is { } card ? [new ExternalNumber(CardLabel, card)] : [],
            Addresses = Address(row) is { } address ? [address] : [],
            Tags = Tags(row),
            Values = Values(row),
        };
        details = details with { OwnerId = OwnerOf(row, details.StoreId) };
        if (number is null && details.Phones.Count == 0 && row.IsRight) row.Wrong(CustomerImportFields.Number, CustomerReasons.Unidentified, "");
        return new CustomerLine(row.Line, number, details, [.. Dates(row)], wishes.Read(row), [.. RelationsIn(row)], wishes.Refusal(row));
    }

    private const string CardLabel = "会员卡";

    /// <summary>A number in its normal form; null when the cell holds none.</summary>
    public static string? Identify(ImportRow row, string field) =>
        ExternalId.Normalize(row[field]) is { Length: > 0 } number && !CustomerWords.IsNothing(number) ? number : null;

    private static string? Word(ImportRow row, string field, int longest = LongestName)
    {
        if (row.Words(field) is not { } word || CustomerWords.IsNothing(word)) return null;
        if (word.Length > longest) row.Wrong(field, CustomerReasons.NameTooLong);
        return word;
    }

    private static string? Code(ImportRow row, string field, IReadOnlyList<Coded> codes)
    {
        if (Word(row, field) is not { } word) return null;
        if (CustomerWords.CodeOf(codes, word) is { } code) return code;
        row.Wrong(field, CustomerReasons.NotOffered);
        return null;
    }

    private long? StoreOf(ImportRow row)
    {
        if (Word(row, CustomerImportFields.Store) is not { } name) return null;
        if (reading.Stores.FirstOrDefault(store => store.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } found) row.Wrong(CustomerImportFields.Store, RowReasons.StoreUnknown);
        else if (reading.Settings.OnlyThisStore && found != reading.Store) row.Wrong(CustomerImportFields.Store, RowReasons.StoreNotYours);
        else return found.Id;
        return null;
    }

    /// <summary>Of several people of one name the one of the store.</summary>
    private long? OwnerOf(ImportRow row, long? store)
    {
        if (Word(row, CustomerImportFields.Owner) is not { } name) return null;
        var called = people[name].ToList();
        if (called.Count > 1) called = [.. called.Where(person => person.StoreId == (store ?? reading.Store?.Id))];
        if (called is [var one]) return one.Id;
        row.Wrong(CustomerImportFields.Owner, CustomerReasons.OwnerUnknown);
        return null;
    }

    private static readonly (string Field, string? Kind)[] PhoneFields =
        [(CustomerImportFields.Phone, null), (CustomerImportFields.SecondPhone, null), (CustomerImportFields.HomePhone, "home"), (CustomerImportFields.WorkPhone, CustomerCodes.Work)];

    private static IEnumerable<CustomerPhone> Phones(ImportRow row)
    {
        foreach (var (field, kind) in PhoneFields)
            foreach (var number in PhonesIn(row, field)) yield return new CustomerPhone(kind ?? (IsMobile(number) ? CustomerCodes.Mobile : "home"), number);
    }

    /// <summary>One number, however it is written, or several that something separates.</summary>
    public static List<string> PhonesIn(ImportRow row, string field)
    {
        var cell = row[field];
        if (cell.Length == 0 || CustomerWords.IsNothing(cell)) return [];
        if (PhoneNumber.Parse(cell) is { } one) return [one.E164];
        var numbers = new List<string>();
        foreach (var part in cell.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (PhoneNumber.Parse(part) is { } number) numbers.Add(number.E164);
            else
            {
                row.Wrong(field, CustomerReasons.PhoneInvalid, cell);
                return [];
            }
        }
        return numbers;
    }

    private static bool IsMobile(string e164) => !e164.StartsWith("+86", StringComparison.Ordinal) || e164.Length == 14 && e164[3] == '1';

    private static IEnumerable<string> Emails(ImportRow row)
    {
        foreach (var field in (string[])[CustomerImportFields.Email, CustomerImportFields.SecondEmail])
        {
            if (row[field] is not { Length: > 0 } cell || CustomerWords.IsNothing(cell)) continue;
            foreach (var part in FullWidth.Fold(cell).Split([';', ',', '、', ' ', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (IsEmail(part)) yield return part;
                else row.Wrong(field, CustomerReasons.EmailInvalid, part);
            }
        }
    }

    private static bool IsEmail(string address) =>
        address.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at == address.LastIndexOf('@') && address.Length <= 254 && !address.Any(char.IsControl)
        && address[(at + 1)..] is var host && host.Contains('.', StringComparison.Ordinal) && !host.StartsWith('.') && !host.EndsWith('.');

    private static CustomerAddress? Address(ImportRow row)
    {
        var (country, province) = (Word(row, "country"), Word(row, "province"));
        if (country is "中国" or "China" or "CN") country = null;
        var address = new CustomerAddress(country, country is null && province is not null ? Regions.Province(province) : province, Word(row, "city"), Word(row, "district"), Word(row, "street", LongestStreet));
        return address == new CustomerAddress(null, null, null, null, null) || address == new CustomerAddress(country, null, null, null, null) ? null : address;
    }

    private static List<string> Tags(ImportRow row)
    {
        if (Word(row, "tags", RowReasons.LongestCell) is not { } cell) return [];
        var names = cell.Split(['、', ',', '，', ';', '；', '|', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToList();
        if (names.Count > MostTags || names.Exists(name => name.Length > LongestTag)) row.Wrong("tags", CustomerReasons.TagTooLong);
        return names;
    }

    private IEnumerable<NewSpecialDate> Dates(ImportRow row)
    {
        var birthday = false;
        foreach (var (field, kind, isLunar) in CustomerImportFields.Dates)
        {
            if (Word(row, field.Code) is not { } cell || kind == CustomerCodes.Birthday && birthday) continue;
            if (dates.Read(row, field.Code, cell, isLunar ? AnnualCalendar.Lunar : null) is not { } day) continue;
            birthday |= kind == CustomerCodes.Birthday;
            yield return new NewSpecialDate(kind, day);
        }
    }

    private Dictionary<long, FieldValue> Values(ImportRow row)
    {
        var values = new Dictionary<long, FieldValue>();
        foreach (var field in own.Where(field => !field.IsRetired))
        {
            var code = CustomerImportFields.OfOwn(field);
            if (Word(row, code, RowReasons.LongestCell) is not { } cell) continue;
            var (value, problem) = FieldCheck.Read(field, Typed(field, cell));
            if (problem is { } wrong) row.Wrong(code, CustomerReasons.OfOwnField(wrong));
            else if (value is not null) values[field.Id] = value;
        }
        return values;
    }

    /// <summary>A cell holds names of choices where the form holds their ids, and a word for yes.</summary>
    private static IReadOnlyList<string> Typed(CustomerField field, string cell) => field.Type switch
    {
        FieldType.YesNo => [CustomerWords.YesOrNo(cell) switch { true => "true", false => "false", null => cell }],
        FieldType.Choice => [ChoiceOf(field, cell)],
        FieldType.Choices => [.. cell.Split(['、', ',', '，', ';', '；', '|', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part => ChoiceOf(field, part))],
        FieldType.Date when DateCell.Read(cell, serials: false, TimeZoneInfo.Utc, out var moment, out _) == DateReading.Known => [moment.ToString("yyyy-MM-dd")],
        _ => [cell],
    };

    private static string ChoiceOf(CustomerField field, string name)
    {
        var plain = CustomerWords.Plain(name);
        var choice = field.Choices.FirstOrDefault(choice => !choice.IsRetired && (CustomerWords.Plain(choice.Name.Chinese) == plain || CustomerWords.Plain(choice.Name.English) == plain));
        return choice is null ? name : choice.Id.ToString();
    }

    /// <summary>A path of names, the largest first; abroad it begins with 国外 or abroad.</summary>
    private static string? Region(ImportRow row)
    {
        if (Word(row, "region", LongestStreet) is not { } cell) return null;
        var names = cell.Split(['/', '›', '>', '／'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var abroad = names.Length > 1 && CustomerWords.Plain(names[0]) is "国外" or "海外" or "abroad";
        var known = names.Length > 0 && CustomerWords.Plain(names[0]) is "国内" or "home";
        if (abroad || known) names = names[1..];
        if (names.Length > 0 && !abroad) names[0] = Regions.Province(names[0]);
        var path = string.Join('/', [abroad ? Regions.Abroad : Regions.Home, .. names]);
        if (names.Length == 0 || !Regions.IsPath(path)) row.Wrong("region", CustomerReasons.RegionInvalid);
        return path;
    }

    /// <summary>Several in one cell are told apart as several phones are.</summary>
    private static IEnumerable<NamedRelation> RelationsIn(ImportRow row)
    {
        foreach (var (field, kind) in CustomerImportFields.Relations)
        {
            if (Word(row, field.Code, RowReasons.LongestCell) is not { } cell) continue;
            string[] named = PhoneNumber.Parse(cell) is null ? cell.Split([';', '；', '、', ',', '，', '|', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [cell];
            foreach (var one in named) yield return new NamedRelation(kind, one, field.Code);
        }
    }
}

/// <summary>Reads special dates of cells.</summary>
internal sealed class CellDates(DateOnly today)
{
    /// <returns>The day; nothing when the cell is wrong, which the row then says.</returns>
    public AnnualDay? Read(ImportRow row, string field, string cell, AnnualCalendar? calendar)
    {
        var day = AnnualDayText.Parse(cell, calendar);
        if (day is null && row.IsWorkbook && calendar != AnnualCalendar.Lunar && DateCell.Read(cell, serials: true, TimeZoneInfo.Utc, out var moment, out _) == DateReading.Known)
            day = AnnualDay.Gregorian(moment.Month, moment.Day, moment.Year);
        if (day is not { } known) row.Wrong(field, CustomerReasons.DateInvalid);
        else if (known.Year is { } year && (year > today.Year || known.In(year) > today)) row.Wrong(field, CustomerReasons.DateFuture);
        else return known;
        return null;
    }
}
