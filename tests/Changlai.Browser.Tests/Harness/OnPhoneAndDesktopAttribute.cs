using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Changlai.Browser.Tests.Harness;

/// <summary>Runs a theory the way most staff work, on a phone in Chinese, and the way most managers do, at a desk, here in English and at night; arguments given here follow the view.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class OnPhoneAndDesktopAttribute(params object?[] arguments) : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([new TheoryDataRow([new View(Screen.Phone), .. arguments]), new TheoryDataRow([new View(Screen.Desktop, "en", Dark: true), .. arguments])]);

    public override bool SupportsDiscoveryEnumeration() => false;
}
