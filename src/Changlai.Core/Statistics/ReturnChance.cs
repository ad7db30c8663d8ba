namespace Changlai.Core.Statistics;

/// <summary>How likely it is that somebody who came <c>n</c> times has stopped coming.</summary>
public static class ReturnChance
{
    /// <summary>
    /// Chance, 0 to 1, that the customer is lost after <paramref name="elapsedDays"/> of silence.
    /// <para>
    /// Before the silence begins, the chance that a purchase was the last is taken from Laplace's rule of succession: of the
    /// <c>n</c> purchases seen, <c>n − 1</c> were followed by another, so <c>p = 1 / (n + 1)</c>. A customer who is still with us
    /// buys at a steady rate whose median interval is <paramref name="typicalDays"/>, so is silent for <c>t</c> days with chance
    /// <c>2^(−t/m)</c>. Bayes' rule puts the two together: <c>p / (p + (1 − p) · 2^(−t/m))</c>.
    /// </para>
    /// <para>Sources: Laplace, Essai philosophique sur les probabilités (1814), for the rule of succession; the drop-out after a purchase
    /// with exponential intervals is the model of Fader, Hardie and Lee, Marketing Science 24(2), 2005, here with one customer's own history only.</para>
    /// </summary>
    /// <param name="purchases">Purchases so far, 1 or more.</param>
    /// <param name="typicalDays">Median days between two purchases, above 0.</param>
    /// <param name="elapsedDays">Days since the last purchase; below 0 counts as 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">No purchase, or no typical interval.</exception>
    public static double Lost(int purchases, double typicalDays, double elapsedDays)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(purchases, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(typicalDays);
        var last = 1.0 / (purchases + 1);
        var stillSilent = Math.Pow(2, -Math.Max(0, elapsedDays) / typicalDays);
        return last / (last + (1 - last) * stillSilent);
    }
}
