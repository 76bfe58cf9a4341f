using System.Text.Json;
using System.Text.Json.Serialization;

namespace Postern.Client
{
    internal static class Json
    {
        /// <summary>What is null is not sent.</summary>
        internal static readonly JsonSerializerOptions Options = new JsonSerializerOptions
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        };
    }
}
