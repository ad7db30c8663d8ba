using Changlai.App.Features.Platform.Contracts.Tables;
using Changlai.Core.Values;

namespace Changlai.App.Features.Orders.Import;

/// <summary>The customers of a file: known by number, failing that by phone, failing that by name.</summary>
internal sealed class CustomerRoster(OrderColumns columns)
{
    private readonly Kind _numbers = new(new Roster(OrderIds.Identify));
    private readonly Kind _phones = new(new Roster(cell => PhoneNumber.Parse(cell)?.E164 ?? ""));
    private readonly Kind _names = new(new Roster(cell => ExternalId.Normalize(cell), cell => CellText.Tidy(cell)));
    private readonly int _number = columns[OrderField.CustomerNumber];
    private readonly int _phone = columns[OrderField.Phone];
    private readonly int _name = columns[OrderField.CustomerName];
    private readonly List<OrderFileCustomer> _customers = [];

    public List<OrderFileCustomer> Customers => _customers;

    /// <summary>The customer that a line names, not yet accepted.</summary>
    public bool TryFind(OrderRow row, out CustomerOnLine found)
    {
        var number = _numbers.Roster.Find(row.Cell(_number));
        if (number >= 0)
            found = new CustomerOnLine(_numbers, number);
        else if (_phones.Roster.Find(row.Cell(_phone)) is >= 0 and var phone)
            found = new CustomerOnLine(_phones, phone);
        else
            found = new CustomerOnLine(_names, _names.Roster.Find(row.Cell(_name)));
        return found.Thing >= 0;
    }

    /// <summary>The place of the customer in the list; what the line tells about them is kept when it was not known.</summary>
    public int Accept(CustomerOnLine found, OrderRow row)
    {
        var place = found.Kind.PlaceOf(found.Thing);
        if (place < 0)
        {
            place = _customers.Count;
            found.Kind.Place(found.Thing, place);
            var id = found.Kind.Roster.Shown(found.Thing);
            _customers.Add(
                found.Kind == _numbers ? new OrderFileCustomer("n:" + id, id, null, null)
                : found.Kind == _phones ? new OrderFileCustomer("p:" + id, null, null, id)
                : new OrderFileCustomer("m:" + ExternalId.Normalize(id), null, id, null));
        }

        var customer = _customers[place];
        if (customer.Phone is null && _phones.Roster.Find(row.Cell(_phone)) is >= 0 and var phone)
            _customers[place] = customer = customer with { Phone = _phones.Roster.Shown(phone) };
        if (customer.Name is null && row.Cell(_name) is { IsEmpty: false } name)
            _customers[place] = customer with { Name = CellText.Tidy(name) };
        return place;
    }

    internal readonly record struct CustomerOnLine(Kind Kind, int Thing);

    /// <summary>One of the three ways to know a customer, with the places of those known so.</summary>
    internal sealed class Kind(Roster roster)
    {
        private readonly List<int> _places = [];

        public Roster Roster => roster;

        public int PlaceOf(int thing) => thing < _places.Count ? _places[thing] : -1;

        public void Place(int thing, int place)
        {
            while (_places.Count <= thing)
                _places.Add(-1);
            _places[thing] = place;
        }
    }
}
