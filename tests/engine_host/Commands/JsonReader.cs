using System.Globalization;
using System.Management.Automation;
using System.Numerics;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace EngineHost.Commands;

/// <summary>Reads one JSON document into the objects that <c>ConvertFrom-Json</c> gives for it.</summary>
internal static class JsonReader
{
    private const int MaxDepth = 1024;

    /// <summary>Whose cmdlet is doubled; one choice for the whole process.</summary>
    public static JsonStyle Style { get; set; }

    /// <summary>Reads one document; blank text gives null.</summary>
    /// <exception cref="ArgumentException">The text is not JSON.</exception>
    /// <exception cref="DuplicateKeyException">Two keys of an object are the same to PowerShell.</exception>
    public static object? Read(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        try
        {
            using JsonTextReader reader = new(new StringReader(text))
            {
                DateParseHandling = Style == JsonStyle.DateTime ? DateParseHandling.DateTime : DateParseHandling.None,
                FloatParseHandling = Style == JsonStyle.DateTime ? FloatParseHandling.Double : FloatParseHandling.Decimal,
                MaxDepth = MaxDepth,
            };
            JToken token = JToken.ReadFrom(reader);
            while (reader.Read())
            {
                if (reader.TokenType != JsonToken.Comment)
                {
                    throw new JsonReaderException(string.Create(
                        CultureInfo.InvariantCulture,
                        $"Additional text encountered after finished reading JSON content: line {reader.LineNumber}, position {reader.LinePosition}."));
                }
            }

            return Convert(token);
        }
        catch (JsonException e)
        {
            throw new ArgumentException($"Conversion from JSON failed with error: {e.Message}", e);
        }
    }

    private static object? Convert(JToken token) => token switch
    {
        JObject source => ConvertObject(source),
        JArray source => source.Select(Convert).ToArray(),
        JValue source => ConvertValue(source.Value),
        _ => throw new JsonReaderException($"Unexpected {token.Type}."),
    };

    private static PSObject ConvertObject(JObject source)
    {
        PSObject result = new();
        foreach (JProperty property in source.Properties())
        {
            if (property.Name.Length == 0)
            {
                throw new DuplicateKeyException("EmptyKeyInJsonString", "The JSON string has a property whose name is empty.");
            }

            if (result.Properties[property.Name] is { } earlier)
            {
                throw new DuplicateKeyException(
                    "KeysWithDifferentCasing",
                    $"The JSON string has keys that differ in case only: '{earlier.Name}' and '{property.Name}'.");
            }

            result.Properties.Add(new PSNoteProperty(property.Name, Convert(property.Value)));
        }

        return result;
    }

    private static object? ConvertValue(object? value) => Style == JsonStyle.DateTime ? value : value switch
    {
        long number when number is >= int.MinValue and <= int.MaxValue => (int)number,
        BigInteger number => decimal.TryParse(number.ToString(CultureInfo.InvariantCulture), out decimal large) ? large : (double)number,
        _ => value,
    };
}
