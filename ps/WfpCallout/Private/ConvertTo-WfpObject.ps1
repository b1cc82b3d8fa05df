# What JSON cannot say of each type: 'guid', 'uint32', 'uint64' and 'datetime' are values, 'typed' is a
# value whose type stands beside it, 'record' is an object whose kind says its type, and the others are
# the type names of objects. What is not here is right as it is parsed.
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
    'WfpCallout.Value'           = @{
        Value = 'typed'
    }
    'WfpCallout.Range'           = @{
        Low  = 'WfpCallout.Value'
        High = 'WfpCallout.Value'
    }
    'WfpCallout.Verdict'         = @{
        Guid  = 'guid'
        Match = 'record'
    }
    'WfpCallout.Finding'         = @{
        Evidence = 'WfpCallout.Evidence'
    }
    'WfpCallout.Evidence'        = @{
        Guid            = 'guid'
        Callout         = 'guid'
        SublayerWeight  = 'uint32'
        EffectiveWeight = 'uint64'
        FilterId        = 'uint64'
    }
    'WfpCallout.Event'           = @{
        EventId    = 'uint32'
        Time       = 'datetime'
        RecordId   = 'uint64'
        Callout    = 'WfpCallout.EventCallout'
        Filter     = 'WfpCallout.EventFilter'
        Layer      = 'WfpCallout.EventLayer'
        Sublayer   = 'WfpCallout.EventSublayer'
        Provider   = 'WfpCallout.EventProvider'
        Process    = 'WfpCallout.EventProcess'
        User       = 'WfpCallout.EventUser'
        Connection = 'WfpCallout.EventConnection'
        Join       = 'WfpCallout.EventJoin'
    }
    'WfpCallout.EventCallout'    = @{
        Guid      = 'guid'
        RuntimeId = 'uint32'
        Owner     = 'WfpCallout.Owner'
    }
    'WfpCallout.EventFilter'     = @{
        Guid       = 'guid'
        FilterId   = 'uint64'
        Weight     = 'uint64'
        Conditions = 'WfpCallout.FilterCondition'
    }
    'WfpCallout.EventLayer'      = @{
        Guid      = 'guid'
        RuntimeId = 'uint32'
    }
    'WfpCallout.EventSublayer'   = @{
        Guid   = 'guid'
        Weight = 'uint32'
    }
    'WfpCallout.EventProvider'   = @{
        Guid = 'guid'
    }
    'WfpCallout.EventProcess'    = @{
        Id = 'uint32'
    }
    'WfpCallout.EventConnection' = @{
        Protocol        = 'uint32'
        SourcePort      = 'uint32'
        DestinationPort = 'uint32'
        EtherType       = 'uint32'
        MediaType       = 'uint32'
        InterfaceType   = 'uint32'
        VlanTag         = 'uint32'
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
    # Written for speed: .PSObject of a new object takes longer than all the rest.
    param($Record, [string] $TypeName)

    if (-not $TypeName) {
        $TypeName = Get-WfpTypeName $Record.Kind
    }

    $Record.pstypenames.Insert(0, $TypeName)
    $shape = $script:WfpShape[$TypeName]
    if ($null -eq $shape) {
        return $Record
    }

    foreach ($entry in $shape.GetEnumerator()) {
        $name = $entry.Key
        $type = $entry.Value
        $value = $Record.$name
        if ($null -eq $value) {
            continue
        }

        if ($type -eq 'guid') {
            $Record.$name = [guid]::new($value)
        } elseif ($type -eq 'uint32') {
            $Record.$name = [uint32] $value
        } elseif ($type -eq 'uint64') {
            $Record.$name = [uint64]::Parse($value, [cultureinfo]::InvariantCulture)
        } elseif ($type -eq 'datetime') {
            $Record.$name = ConvertTo-WfpDate $value
        } elseif ($type -eq 'typed') {
            $Record.$name = ConvertTo-WfpTypedValue $Record
        } else {
            # In place too, so that an array stays an array.
            foreach ($object in $value) {
                if ($type -eq 'record') {
                    $null = ConvertTo-WfpObject $object
                } elseif ($script:WfpShape.ContainsKey($type)) {
                    $null = ConvertTo-WfpObject $object $type
                } else {
                    $object.pstypenames.Insert(0, $type)
                }
            }
        }
    }

    $Record
}

function ConvertTo-WfpTypedValue {
    # The value of an FWP_VALUE0, as its type says.
    param($Record)

    $value = $Record.Value
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
