using System.Data.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Changlai.Architecture.Tests.Planted.App.Features.Orders.Rules
{
    internal static class RightRule
    {
        public static DateOnly Due(DateOnly day) => day.AddDays(5);
    }

    internal static class WrongRuleByEntityFramework
    {
        public static Task<List<int>> Make(IQueryable<int> numbers) => numbers.ToListAsync();
    }

    internal sealed record WrongRuleByAspNet(IResult Result);

    internal static class WrongRuleByDatabase
    {
        public static Task<int> Make(DbCommand command) => command.ExecuteNonQueryAsync();
    }
}

namespace Changlai.Architecture.Tests.Planted.App.Features.Orders.Model.Deeper
{
    internal sealed record WrongRuleByLogging(ILogger Log);
}

namespace Changlai.Architecture.Tests.Planted.App.Features.Orders.Storage
{
    internal sealed record RightStorage(DbContext Context, ILogger Log);
}
