function Invoke-WfpTool {
    # Asks the executable one question and writes the records of its answer, parsed, as they arrive.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)]
        [System.Management.Automation.PSCmdlet] $Cmdlet,

        [Parameter(Mandatory)]
        [string[]] $ArgumentList,

        # Texts for standard input, each sent as one JSON string on a line of its own.
        [AllowNull()]
        [AllowEmptyCollection()]
        [System.Collections.Generic.List[string]] $Text,

        # Standard input of another form, as Read-WfpTool takes it.
        [AllowNull()]
        [hashtable] $ReadInput,

        # How names of the JSON are written here; all that are not in it become PascalCase.
        [hashtable] $Key = @{},

        # Gets the exit code.
        [hashtable] $Status = @{},

        # The target of errors that name no file.
        [AllowNull()]
        [object] $Target,

        # What was given, by the text that is asked for it: the targets of errors about texts.
        [AllowNull()]
        [System.Collections.Generic.Dictionary[string, System.Collections.Generic.List[object]]] $Given
    )

    $read = @{
        Cmdlet       = $Cmdlet
        Path         = Get-WfpTool -Cmdlet $Cmdlet
        ArgumentList = $ArgumentList
        ReadInput    = $ReadInput
        Status       = $Status
        Target       = $Target
        Given        = $Given
    }
    if ($null -ne $Text) {
        $read.ArgumentList += '--input=json'
        $read.ReadInput = Get-WfpLineInput -Line (ConvertTo-WfpJsonLine -Text $Text)
    }

    if ($read.ArgumentList -notcontains '--jsonl') {
        $read.ArgumentList += '--jsonl'
    }

    Read-WfpTool @read | ConvertFrom-WfpLine -Cmdlet $Cmdlet -Key $Key
}

filter ConvertFrom-WfpLine([System.Management.Automation.PSCmdlet] $Cmdlet, [hashtable] $Key) {
    # Parses the lines of an answer, one record a line.
    ConvertFrom-WfpJson -Cmdlet $Cmdlet -Text $_ -Key $Key
}

filter ConvertTo-WfpOutput([string] $TypeName) {
    # Makes each parsed record the object of a type.
    ConvertTo-WfpObject $_ $TypeName
}
