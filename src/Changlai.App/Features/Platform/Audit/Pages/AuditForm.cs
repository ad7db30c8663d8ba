using System.Globalization;
using Changlai.Core.Calendars;
using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.Audit.Pages;

/// <summary>What was asked, what was understood of it, and what was not.</summary>
public sealed record AuditForm(AuditAsked Asked, AuditFilter Filter, IReadOnlyDictionary<string, Text> Errors)
{
    public bool IsFiltered => Filter is not { ActorId: null, Action: null, CustomerId: null, Subject: null, StoreId: null, From: null, Before: null };

    /// <param name="zone">Where the days begin.</param>
    public static AuditForm Read(AuditAsked asked, TimeZoneInfo zone)
    {
        var errors = new Dictionary<string, Text>(StringComparer.Ordinal);
        long? Number(string name, string? typed)
        {
            if (string.IsNullOrWhiteSpace(typed)) return null;
            if (long.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
            errors[name] = name == "customer" ? AuditTexts.NotACustomer : AuditTexts.NotANumber;
            return null;
        }
        DateOnly? Day(string name, string? typed)
        {
            if (string.IsNullOrWhiteSpace(typed)) return null;
            if (DateOnly.TryParseExact(typed.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1970 and < 9999) return day;
            errors[name] = AuditTexts.NotADay;
            return null;
        }
        static string? Word(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
        var (from, to) = (Day("from", asked.From), Day("to", asked.To));
        var filter = new AuditFilter(Number("person", asked.Person), Word(asked.Action), Number("customer", asked.Customer), Word(asked.Subject), Number("store", asked.Store),
            from is { } first ? StoreDay.StartOf(first, zone) : null, to is { } last ? StoreDay.StartOf(last.AddDays(1), zone) : null,
            Number("after", asked.After));
        return new AuditForm(asked, filter, errors);
    }
}
