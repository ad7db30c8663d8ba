using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Storage;

namespace Changlai.App.Features.Platform;

/// <summary>What every feature stands on: database, people, sign-in, files, sweeps.</summary>
public static class PlatformFeature
{
    /// <summary>Brings the database to the newest schema.</summary>
    public static void Migrate(Database database, TimeProvider time) => Migrator.Apply(database, time);
}
