using Changlai.App.Features.Orders.Model;
using Changlai.App.Features.Orders.Rules;
using Changlai.App.Shell.Sample;

namespace Changlai.App.Tests.Shell.Sample;

public sealed class SampleDevicesTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly List<SampleDevice> Devices = [.. new SampleDevices(SampleBusiness.Create(1, Today)).All()];

    [Fact]
    public void The_same_seed_gives_the_same_devices()
    {
        static IEnumerable<string> Told(IEnumerable<SampleDevice> devices) => devices.Select(device => $"{device.SerialNumber} {device.SoldOn} {string.Join(';', device.Repairs)}");
        Told(new SampleDevices(SampleBusiness.Create(1, Today)).All()).ShouldBe(Told(Devices));
        Told(new SampleDevices(SampleBusiness.Create(2, Today)).All()).ShouldNotBe(Told(Devices));
    }

    [Fact]
    public void There_are_enough_to_look_at_and_some_had_the_same_fault_again()
    {
        Devices.Count.ShouldBeInRange(40, 150);
        Devices.Count(device => device.Repairs.Count > 0).ShouldBeGreaterThan(10);
        Devices.Count(device => RepeatedFault.Of(device.Repairs.Select((repair, index) => new RepairFact(index + 1, DateOnly.FromDateTime(repair.At), repair.Fault)), AlarmThreshold.Usual, 0) is not null)
            .ShouldBeInRange(2, 30);
    }

    [Fact]
    public void Repairs_are_possible()
    {
        Devices.Select(device => device.SerialNumber).Distinct().Count().ShouldBe(Devices.Count);
        foreach (var device in Devices)
            foreach (var repair in device.Repairs)
            {
                DateOnly.FromDateTime(repair.At).ShouldBeInRange(device.SoldOn, Today.AddDays(-1));
                Fault.Find(repair.Fault).ShouldNotBeNull();
                (repair.CostFen is null).ShouldBe(repair.UnderWarranty);
            }
    }
}
