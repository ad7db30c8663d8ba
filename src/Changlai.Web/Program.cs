using System.Text;
using Changlai.Web.CommandLine;

// Buffered: an export writes a million lines. Whoever wants a line seen at once flushes.
await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16);
return await Cli.Run(args, Console.In, output, Console.Error);
