function Get-WfpFileInput {
    # Standard input made of text files, as UTF-8. A byte order mark says how a file is encoded; without one
    # it is UTF-8, but for the lines that are not: these are in the ANSI code page, as programs without
    # Unicode write them, and Windows PowerShell that adds to a file of UTF-8.
    [CmdletBinding()]
    [OutputType([hashtable])]
    param(
        [Parameter(Mandatory)]
        [System.Management.Automation.PSCmdlet] $Cmdlet,

        [Parameter(Mandatory)]
        [System.Collections.Generic.List[string]] $Path
    )

    # What is not UTF-8 becomes these two, which are no characters and stand beside each other in no text.
    $mark = [string][char] 0xFDD0 + [char] 0xFDD1
    $fallback = [System.Text.DecoderReplacementFallback]::new($mark)
    @{
        Command = 'Read-WfpFileInput'
        Cmdlet  = $Cmdlet
        Path    = $Path
        Next    = 0
        Stream  = $null
        Decoder = $null
        Encoder = [System.Text.UTF8Encoding]::new($false).GetEncoder()
        Buffer  = [byte[]]::new(65536)
        Held    = 0
        IsRead  = $false
        Ended   = $true
        Mark    = $mark
        Utf8    = [System.Text.Encoding]::GetEncoding('utf-8', [System.Text.EncoderFallback]::ReplacementFallback, $fallback)
        Latin1  = [System.Text.Encoding]::GetEncoding(28591)
        Ansi    = Get-WfpAnsiEncoding
    }
}

function Get-WfpAnsiEncoding {
    # The ANSI code page of the system; where that is UTF-8, the one that the user's language had before.
    [CmdletBinding()]
    [OutputType([System.Text.Encoding])]
    param()

    foreach ($page in 0, [cultureinfo]::CurrentCulture.TextInfo.ANSICodePage, 1252) {
        try {
            $encoding = [System.Text.Encoding]::GetEncoding($page)
            if ($encoding.CodePage -ne 65001) {
                return $encoding
            }
        } catch [System.ArgumentException], [System.NotSupportedException] {
            # This .NET does not have the code page.
            continue
        }
    }

    [System.Text.Encoding]::GetEncoding(28591)
}

function Read-WfpFileInput {
    # The next piece of the files as bytes; a file that cannot be read is an error, and the next one follows.
    [CmdletBinding()]
    [OutputType([byte[]])]
    param(
        [Parameter(Mandatory)]
        [hashtable] $State
    )

    while ($null -ne $State.Stream -or $State.Next -lt $State.Path.Count) {
        $bytes = [byte[]]::new(0)
        try {
            if ($null -eq $State.Stream) {
                $State.Next++
                Open-WfpTextFile -State $State -Path $State.Path[$State.Next - 1]
            }

            $bytes = Read-WfpTextPiece -State $State
        } catch {
            Write-WfpReadError -Cmdlet $State.Cmdlet -Path $State.Path[$State.Next - 1] -InnerException $_.Exception
        }

        if ($bytes.Length -gt 0) {
            $State.Ended = $bytes[-1] -eq 10
            $PSCmdlet.WriteObject($bytes, $false)
            return
        }

        Close-WfpInput -State $State

        # The last line of a file must not run into the first one of the next.
        if (-not $State.Ended) {
            $State.Ended = $true
            $PSCmdlet.WriteObject([byte[]] 10, $false)
            return
        }
    }
}

function Open-WfpTextFile {
    # Opens a file, which another program may be writing, and reads its byte order mark.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)]
        [hashtable] $State,

        [Parameter(Mandatory)]
        [string] $Path
    )

    $State.Decoder = $null
    $State.IsRead = $false
    $State.Held = 0
    $State.Stream = [System.IO.File]::Open($Path, 'Open', 'Read', 'ReadWrite, Delete')
    while ($State.Held -lt 4 -and -not $State.IsRead) {
        $count = $State.Stream.Read($State.Buffer, $State.Held, 4 - $State.Held)
        $State.Held += $count
        $State.IsRead = $count -eq 0
    }

    $start = [System.BitConverter]::ToString($State.Buffer, 0, $State.Held)
    $length = 0
    # That of UTF-32 begins like that of UTF-16.
    foreach ($name in 'utf-8', 'utf-32', 'utf-32BE', 'utf-16', 'utf-16BE') {
        $encoding = [System.Text.Encoding]::GetEncoding($name)
        $preamble = $encoding.GetPreamble()
        if ($start.StartsWith([System.BitConverter]::ToString($preamble), [System.StringComparison]::Ordinal)) {
            $length = $preamble.Length
            if ($name -ne 'utf-8') {
                $State.Decoder = $encoding.GetDecoder()
                $State.Encoder.Reset()
            }

            break
        }
    }

    $State.Held -= $length
    [System.Array]::Copy($State.Buffer, $length, $State.Buffer, 0, $State.Held)
}

function Read-WfpTextPiece {
    # The next piece of the open file as UTF-8; none at its end.
    [CmdletBinding()]
    [OutputType([byte[]])]
    param(
        [Parameter(Mandatory)]
        [hashtable] $State
    )

    $bytes = [byte[]]::new(0)
    while ($bytes.Length -eq 0 -and ($State.Held -gt 0 -or -not $State.IsRead)) {
        if (-not $State.IsRead) {
            $count = $State.Stream.Read($State.Buffer, $State.Held, $State.Buffer.Length - $State.Held)
            $State.Held += $count
            $State.IsRead = $count -eq 0
        }

        $cut = $State.Held
        if ($null -eq $State.Decoder -and -not $State.IsRead) {
            $cut = Get-WfpCut -Buffer $State.Buffer -Count $State.Held
        }

        if ($cut -gt 0) {
            $bytes = ConvertTo-WfpUtf8 -State $State -Count $cut
            $State.Held -= $cut
            [System.Array]::Copy($State.Buffer, $cut, $State.Buffer, 0, $State.Held)
        }
    }

    $PSCmdlet.WriteObject($bytes, $false)
}

function Get-WfpCut {
    # Where bytes that are UTF-8 or ANSI may be cut: after the last line, and where a line is longer than
    # the buffer before its last character; 0 if more is to be read first.
    [CmdletBinding()]
    [OutputType([int])]
    param(
        [Parameter(Mandatory)]
        [byte[]] $Buffer,

        [Parameter(Mandatory)]
        [int] $Count
    )

    $cut = [System.Array]::LastIndexOf($Buffer, [byte] 10, [System.Math]::Max($Count - 1, 0), $Count) + 1
    if ($cut -eq 0 -and $Count -eq $Buffer.Length) {
        $cut = $Count
        # A character of UTF-8 has up to three bytes from 0x80 to 0xBF after its first one.
        while ($Count - $cut -lt 3 -and ($Buffer[$cut - 1] -band 0xC0) -eq 0x80) {
            $cut--
        }

        if ($Buffer[$cut - 1] -ge 0xC0) {
            $cut--
        } else {
            $cut = $Count
        }
    }

    $cut
}

function ConvertTo-WfpUtf8 {
    # The first bytes of the buffer as UTF-8.
    [CmdletBinding()]
    [OutputType([byte[]])]
    param(
        [Parameter(Mandatory)]
        [hashtable] $State,

        [Parameter(Mandatory)]
        [int] $Count
    )

    if ($null -ne $State.Decoder) {
        # Both keep what is half a character until the rest of it comes.
        $isLast = $State.IsRead
        $characters = [char[]]::new($State.Decoder.GetCharCount($State.Buffer, 0, $Count, $isLast))
        [void] $State.Decoder.GetChars($State.Buffer, 0, $Count, $characters, 0, $isLast)
        $bytes = [byte[]]::new($State.Encoder.GetByteCount($characters, 0, $characters.Length, $isLast))
        [void] $State.Encoder.GetBytes($characters, 0, $characters.Length, $bytes, 0, $isLast)
        return $PSCmdlet.WriteObject($bytes, $false)
    }

    $bytes = [byte[]]::new($Count)
    [System.Array]::Copy($State.Buffer, $bytes, $Count)
    $text = $State.Utf8.GetString($bytes)
    if ($text.Contains($State.Mark)) {
        # No byte of a line break is a part of another character, so that lines are the same lines in each.
        $lines = $text.Split([char] 10)
        $raw = $State.Latin1.GetString($bytes).Split([char] 10)
        for ($index = 0; $index -lt $lines.Length; $index++) {
            if ($lines[$index].Contains($State.Mark)) {
                $lines[$index] = $State.Ansi.GetString($State.Latin1.GetBytes($raw[$index]))
            }
        }

        $bytes = [System.Text.UTF8Encoding]::new($false).GetBytes([string]::Join("`n", $lines))
    }

    $PSCmdlet.WriteObject($bytes, $false)
}

function Close-WfpInput {
    # Frees the file that an input has open.
    [CmdletBinding()]
    param(
        [AllowNull()]
        [hashtable] $State
    )

    if ($null -ne $State -and $State.ContainsKey('Stream') -and $null -ne $State.Stream) {
        $State.Stream.Dispose()
        $State.Stream = $null
    }
}

function Write-WfpReadError {
    # Writes the error for a file that cannot be read.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)]
        [System.Management.Automation.PSCmdlet] $Cmdlet,

        [Parameter(Mandatory)]
        [string] $Path,

        [Parameter(Mandatory)]
        [System.Exception] $InnerException
    )

    $reason = $InnerException
    while ($null -ne $reason.InnerException) {
        $reason = $reason.InnerException
    }

    $unreadable = @{
        Id             = if ($reason -is [System.UnauthorizedAccessException]) { 'AccessDenied' } else { 'InputUnreadable' }
        Message        = "Cannot read `"$Path`": $($reason.Message)"
        Target         = $Path
        InnerException = $InnerException
    }
    $Cmdlet.WriteError((ConvertTo-WfpErrorRecord @unreadable))
}
