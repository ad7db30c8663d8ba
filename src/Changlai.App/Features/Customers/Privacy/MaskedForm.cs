using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Editing;

namespace Changlai.App.Features.Customers.Privacy;

/// <summary>A form filled with masked values: what comes back unchanged stands for what is stored, whatever else was typed is taken as it is.</summary>
internal static class MaskedForm
{
    public static CustomerForm Restored(CustomerForm typed, StoredCustomer stored, Masking masking)
    {
        if (!masking.IsOn(stored.Id)) return typed;
        var (real, seen) = (stored.Details, masking.Of(stored).Details);
        var fields = new Dictionary<string, IReadOnlyList<string>>(typed.Fields, StringComparer.Ordinal);
        Restore(fields, "phone", [.. seen.Phones.Zip(real.Phones, (masked, one) => (masked.E164, one.E164))]);
        Restore(fields, "email", [.. seen.Emails.Zip(real.Emails)]);
        Restore(fields, "number", [.. seen.Numbers.Zip(real.Numbers, (masked, one) => (masked.Number, one.Number))]);
        Restore(fields, "street", [.. seen.Addresses.Zip(real.Addresses, (masked, one) => (masked.Street ?? "", one.Street ?? ""))]);
        if (seen.WeComId is { } wecom && fields.TryGetValue("wecom", out var back) && back is [var id, ..] && id == wecom) fields["wecom"] = [real.WeComId!];
        return typed with { Fields = fields };
    }

    /// <summary>A masked value stands for the stored one at its place, or else for the first not yet spoken for that looks the same.</summary>
    private static void Restore(Dictionary<string, IReadOnlyList<string>> fields, string name, List<(string Seen, string Real)> stored)
    {
        var left = stored.Index().ToList();
        for (var index = 0; index < CustomerForm.MostEntries; index++)
        {
            if (!fields.TryGetValue(CustomerForm.At(name, index), out var values) || values is not [var value, ..]) continue;
            var found = left.FindIndex(one => one.Index == index && Same(one.Item.Seen, value));
            if (found < 0) found = left.FindIndex(one => Same(one.Item.Seen, value));
            // Masked otherwise than anything stored: it was changed by somebody else meanwhile, and what it hid is no business of this form.
            if (found < 0 && LooksMasked(value)) found = left.FindIndex(one => one.Index == index && one.Item.Seen != one.Item.Real);
            if (found < 0 || left[found].Item.Seen == left[found].Item.Real) continue;
            fields[CustomerForm.At(name, index)] = [left[found].Item.Real];
            left.RemoveAt(found);
        }
    }

    private static bool LooksMasked(string value) => value.Contains("***", StringComparison.Ordinal);

    private static bool Same(string seen, string value) => seen == value.Trim();
}
