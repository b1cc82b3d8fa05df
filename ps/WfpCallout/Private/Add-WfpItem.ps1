function Add-WfpItem {
    # Collects the items of one binding of -InputObject, and the text to look up for each of them.
    param([object[]] $InputObject, $Item, $Text)

    if ($null -eq $InputObject) {
        $Item.Add($null)
        $Text.Add('')
    } elseif ($InputObject.Length -gt 1 -and (Test-WfpByteArray $InputObject)) {
        $bytes = [byte[]] $InputObject
        $Item.Add($bytes)
        $Text.Add((ConvertTo-WfpText $bytes))
    } else {
        foreach ($object in $InputObject) {
            $Item.Add($object)
            $Text.Add((ConvertTo-WfpText $object))
        }
    }
}

function Test-WfpByteArray {
    # Whether all elements are bytes: the bytes of a GUID, which are one item and not sixteen.
    param([object[]] $InputObject)

    foreach ($element in $InputObject) {
        if ($element -isnot [byte]) {
            return $false
        }
    }

    $true
}

function ConvertTo-WfpText {
    # The text to look up for an item: itself, else its Guid, else its Name; bytes as hexadecimal.
    param($Item)

    if ($null -eq $Item) {
        return ''
    }

    if ($Item -is [string]) {
        return [string] $Item
    }

    if ($Item -is [guid]) {
        return $Item.ToString()
    }

    if ($Item -is [byte[]]) {
        return '0x' + [System.BitConverter]::ToString($Item).Replace('-', ',0x').ToLowerInvariant()
    }

    foreach ($name in 'Guid', 'Name') {
        $value = Get-WfpProperty -InputObject $Item -Name $name
        if ($value -is [array] -and (Test-WfpByteArray $value)) {
            return ConvertTo-WfpText ([byte[]] $value)
        }

        if ($null -ne $value) {
            return [string] $value
        }
    }

    if ($Item -is [System.Management.Automation.PSCustomObject]) {
        return ''
    }

    [string] $Item
}
