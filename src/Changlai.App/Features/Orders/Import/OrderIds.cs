using Changlai.Core.Values;

namespace Changlai.App.Features.Orders.Import;

/// <summary>Numbers and codes in order files.</summary>
internal static class OrderIds
{
    private static readonly HashSet<string> Nothing =
        new(["NULL", "NAN", "NONE", "NA", "N/A", "#N/A", "-", "--", "—", "无"], StringComparer.Ordinal);

    private static readonly string[] CancelledWords =
        ["退货", "退款", "取消", "作废", "已退", "cancel", "return", "refund", "void"];

    private static readonly string[] PartlyWords = ["部分", "partial"];

    /// <summary>The identity behind a number; empty for what programs write where there is none.</summary>
    public static string Identify(string cell) => ExternalId.Normalize(cell) is var id && Nothing.Contains(id) ? "" : id;

    /// <summary>Whether an order's state says that it was taken back as a whole.</summary>
    public static bool SaysCancelled(string status) =>
        Array.Exists(CancelledWords, word => status.Contains(word, StringComparison.OrdinalIgnoreCase))
        && !Array.Exists(PartlyWords, word => status.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Whether an order number is of the form that some tills give to cancellations, <c>C536379</c>. It says so only in a
    /// file whose other numbers have no letter; a shop may begin all of its numbers with a C.
    /// </summary>
    public static bool IsCancellation(string number) => number.Length > 1 && number[0] == 'C' && IsDigits(number.AsSpan(1));

    public static bool IsDigits(ReadOnlySpan<char> number) => !number.ContainsAnyExceptInRange('0', '9');
}
