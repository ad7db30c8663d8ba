namespace Changlai.Core.Values;

/// <summary>Between amounts as people write them and minor units, as ISO 4217 divides each currency.</summary>
public static class Currencies
{
    private static readonly decimal[] Units = [1m, 10m, 100m, 1000m];

    /// <summary>Decimals of a currency's minor unit: 2 for CNY, 0 for JPY, 3 for KWD; 2 for a code that is not known.</summary>
    /// <param name="currency">ISO 4217 code in upper case.</param>
    public static int Digits(string currency) => currency switch
    {
        "BIF" or "CLP" or "DJF" or "GNF" or "ISK" or "JPY" or "KMF" or "KRW" or "PYG" or "RWF" or "UGX" or "UYI" or "VND" or "VUV" or "XAF" or "XOF" or "XPF" => 0,
        "BHD" or "IQD" or "JOD" or "KWD" or "LYD" or "OMR" or "TND" => 3,
        _ => 2,
    };

    /// <summary>Minor units as an amount: 123450 CNY → 1234.5, 1200 JPY → 1200.</summary>
    public static decimal ToMajor(long minor, string currency) => minor / Units[Digits(currency)];

    /// <summary>An amount in minor units; null when the currency has no unit so small, or the amount does not fit 64 bits.</summary>
    /// <example>12.34 CNY → 1234; 12.5 JPY → null.</example>
    public static long? ToMinor(decimal amount, string currency)
    {
        var unit = Units[Digits(currency)];
        if (Math.Abs(amount) > long.MaxValue / 1000m) return null;
        var minor = amount * unit;
        return minor == decimal.Truncate(minor) ? (long)minor : null;
    }
}
