# What JSON cannot say of each type: 'guid', 'uint32', 'uint64' and 'datetime' are values, names are
# the types of objects inside it, 'record' is an object whose kind says its type. The rest is right as parsed.
$script:WfpShape = @{
    'WfpCallout.Callout'         = @{
        Guid         = 'guid'
        LayerGuid    = 'guid'
        ProviderGuid = 'guid'
        RuntimeId    = 'uint32'
        Since        = 'WfpCallout.Since'
        Owner        = 'WfpCallout.Owner'
        Owners       = 'WfpCallout.Owner'
        Observed     = 'WfpCallout.Observation'
    }
    'WfpCallout.Observation'     = @{
        LayerGuid      = 'guid'
        RuntimeId      = 'uint32'
        LocalizedNames = 'WfpCallout.LocalizedName'
    }
    'WfpCallout.Layer'           = @{
        Guid                = 'guid'
        DefaultSublayerGuid = 'guid'
        RuntimeId           = 'uint32'
        RuntimeIds          = 'WfpCallout.LayerRuntimeId'
        Since               = 'WfpCallout.Since'
    }
    'WfpCallout.LayerRuntimeId'  = @{
        Id = 'uint32'
    }
    'WfpCallout.Sublayer'        = @{
        Guid         = 'guid'
        ProviderGuid = 'guid'
        Weight       = 'uint32'
        Since        = 'WfpCallout.Since'
    }
    'WfpCallout.Provider'        = @{
        Guid  = 'guid'
        Since = 'WfpCallout.Since'
    }
    'WfpCallout.Condition'       = @{
        Guid  = 'guid'
        Since = 'WfpCallout.Since'
    }
    'WfpCallout.KeyingModule'    = @{
        Guid  = 'guid'
        Since = 'WfpCallout.Since'
    }
    'WfpCallout.ProviderContext' = @{
        Guid  = 'guid'
        Since = 'WfpCallout.Since'
    }
    'WfpCallout.Filter'          = @{
        Guid            = 'guid'
        Callout         = 'guid'
        LayerGuid       = 'guid'
        SublayerGuid    = 'guid'
        SublayerWeight  = 'uint32'
        Weight          = 'WfpCallout.Value'
        EffectiveWeight = 'uint64'
        Conditions      = 'WfpCallout.FilterCondition'
        ProviderGuid    = 'guid'
        ProviderContext = 'guid'
        FilterId        = 'uint64'
    }
    'WfpCallout.FilterCondition' = @{
        Value = 'WfpCallout.Value'
    }
    'WfpCallout.Range'           = @{
        Low  = 'WfpCallout.Value'
        High = 'WfpCallout.Value'
    }
    'WfpCallout.Verdict'         = @{
        Guid  = 'guid'
        Match = 'record'
    }
    'WfpCallout.Difference'      = @{
        Guid   = 'guid'
        Before = 'record'
        After  = 'record'
    }
}

function ConvertTo-WfpObject {
    # Makes the parsed record the object of its type, in place: the type name, and values of the
    # same .NET types on every edition of PowerShell. Without a type, the kind of the record decides.
    param($Record, [string] $TypeName)

    if (-not $TypeName) {
        $TypeName = Get-WfpTypeName $Record.Kind
    }

    $Record.PSObject.TypeNames.Insert(0, $TypeName)
    if ($TypeName -eq 'WfpCallout.Value') {
        $Record.Value = ConvertTo-WfpTypedValue $Record
    }

    $shape = $script:WfpShape[$TypeName]
    if ($null -ne $shape) {
        foreach ($entry in $shape.GetEnumerator()) {
            $name = $entry.Key
            $value = $Record.$name
            if ($null -ne $value) {
                $Record.$name = ConvertTo-WfpValue $value $entry.Value
            }
        }
    }

    $Record
}

function ConvertTo-WfpValue {
    # A parsed value as the type that the shape of its object names.
    param($Value, [string] $Type)

    if ($Type -eq 'guid') {
        return [guid]::new($Value)
    }

    if ($Type -eq 'uint32') {
        return [uint32] $Value
    }

    if ($Type -eq 'uint64') {
        return [uint64]::Parse($Value, [cultureinfo]::InvariantCulture)
    }

    if ($Type -eq 'datetime') {
        return ConvertTo-WfpDate $Value
    }

    if ($Type -eq 'record') {
        $Type = ''
    }

    foreach ($object in $Value) {
        $null = ConvertTo-WfpObject $object $Type
    }

    # An array has to leave as one.
    , $Value
}

function ConvertTo-WfpTypedValue {
    # The value of an FWP_VALUE0, as its type says.
    param($Record)

    $value = $Record.Value
    if ($null -eq $value) {
        return
    }

    switch ($Record.Type) {
        'FWP_UINT64' { [uint64]::Parse($value, [cultureinfo]::InvariantCulture) }
        'FWP_INT64' { [int64]::Parse($value, [cultureinfo]::InvariantCulture) }
        { $_ -in 'FWP_UINT8', 'FWP_UINT16', 'FWP_UINT32' } { [uint32] $value }
        { $_ -in 'FWP_INT8', 'FWP_INT16', 'FWP_INT32' } { [int32] $value }
        { $_ -in 'FWP_FLOAT', 'FWP_DOUBLE' } { [double] $value }
        'FWP_RANGE_TYPE' { ConvertTo-WfpObject $value 'WfpCallout.Range' }
        default { $value }
    }
}

function ConvertTo-WfpDate {
    # A time as a DateTime of kind Utc. PowerShell 7 has made it a DateTime already, 5.1 left it a string.
    param($Value)

    if ($Value -is [datetime]) {
        return $Value.ToUniversalTime()
    }

    $styles = [System.Globalization.DateTimeStyles]'AdjustToUniversal, AssumeUniversal'
    [datetime]::Parse($Value, [cultureinfo]::InvariantCulture, $styles)
}

function Get-WfpTypeName {
    # The type name of the objects of a kind: keying_module becomes WfpCallout.KeyingModule.
    param([string] $Kind)

    $words = foreach ($word in $Kind.Split('_')) {
        $word.Substring(0, 1).ToUpperInvariant() + $word.Substring(1)
    }

    'WfpCallout.' + (-join $words)
}
