using System.Runtime.CompilerServices;
using Changlai.App.Features.Platform.People;

namespace Changlai.App.Tests.Harness;

/// <summary>The tests sign in thousands of times; what a password costs in the program is tested by itself.</summary>
internal static class CheapPasswords
{
    public const int Rounds = 1_000;

    [ModuleInitializer]
    internal static void Choose()
    {
        Passwords.WorkLess(Rounds);
        Doors.AMinute = 1_000;
    }
}
