namespace Changlai.App.Shell.Sample;

/// <summary>
/// Phone numbers that look right and ring nobody. China reserves no numbers for fiction, and numbers beginning with 10, 11 or
/// 12 are service codes (110, 119, 120 among them) that an exchange may connect before the rest is dialled. The mobile prefix
/// 154 has never been given to a carrier, so a number in it has the form of a mobile number, 11 digits, and leads nowhere.
/// Only the block 154 0000/0001 is used, to keep clear of any later allocation.
/// </summary>
internal static class SamplePhones
{
    public const string Prefix = "+86154000";

    /// <summary>Different for each customer id below 10,000, and not in a row.</summary>
    public static string OfCustomer(int id) => $"{Prefix}0{((id * 7919) + 1234) % 10000:0000}";

    /// <summary>A number at home or at work, of those who gave one.</summary>
    public static string SecondOfCustomer(int id) => $"{Prefix}2{((id * 6007) + 4321) % 10000:0000}";

    public static string OfStore(int id) => $"{Prefix}1{id + 1:0000}";
}
