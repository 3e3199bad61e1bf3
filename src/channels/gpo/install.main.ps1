# The bytes of a file, wherever PowerShell sees it.
function Get-FileByte {
    param([Parameter(Mandatory)] [string] $Path)
    , [IO.File]::ReadAllBytes((Convert-Path -LiteralPath $Path))
}

# What a file of the package is to hold in the GPO: its bytes, and in the task the place of the GPO.
function Get-GpoContent {
    param([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [string] $Place)
    $bytes = [byte[]] (Get-FileByte -Path $Path)
    if ($Path -notlike '*.xml') { return , $bytes }
    $encoding = New-Object -TypeName Text.UTF8Encoding -ArgumentList $false
    $text = $encoding.GetString($bytes).Replace('\\DOMAIN\SYSVOL\DOMAIN\Policies\{GPO}', $Place)
    , $encoding.GetBytes($text)
}

# Whether a script carries a signature over the very bytes that are here. Who signed is for Windows to judge.
function Test-SignedScript {
    param([Parameter(Mandatory)] [string] $Path)
    $status = (Get-AuthenticodeSignature -LiteralPath $Path).Status
    $status -notin 'NotSigned', 'HashMismatch', 'NotSupportedFileFormat'
}

# Looks at everything first, so that a GPO is left as it was or gets all files; sets the exit code.
function Invoke-Main {
    [CmdletBinding(SupportsShouldProcess)]
    param([string] $GpoPath, [string] $Domain, [string] $Source)
    $script:ExitCode = 64
    $gpo = $GpoPath.TrimEnd('\')
    $name = ($gpo -split '\\')[-1]
    $isGpo = $name -match '^\{[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}$'
    if (-not $isGpo -or -not (Test-Path -LiteralPath "$gpo\GPT.INI")) {
        return Write-Notice -Key 'gpoNotFound' -With @{ Path = $GpoPath }
    }
    if ($Domain -notmatch '^[A-Za-z0-9][A-Za-z0-9.-]*$') { return Write-Notice -Key 'gpoNoDomain' }
    $place = "\\$Domain\SYSVOL\$Domain\Policies\$name"
    $script:ExitCode = 1
    $copies = foreach ($file in $script:Files) {
        if (-not (Test-Path -LiteralPath "$Source\$file")) { continue }
        $isScript = $file -like '*.ps1'
        if ($isScript -and -not (Test-SignedScript -Path "$Source\$file")) {
            return Write-Notice -Key 'gpoNotSigned' -With @{ Path = "$Source\$file" }
        }
        $bytes = Get-GpoContent -Path "$Source\$file" -Place $place
        if (Test-Path -LiteralPath "$gpo\$file") {
            $there = [BitConverter]::ToString((Get-FileByte -Path "$gpo\$file"))
            if ($there -eq [BitConverter]::ToString($bytes)) { continue }
            if (-not $isScript) { return Write-Notice -Key 'gpoForeign' -With @{ Path = "$gpo\$file" } }
        }
        @{ Path = "$gpo\$file"; Bytes = $bytes }
    }
    foreach ($copy in $copies) {
        if (-not $PSCmdlet.ShouldProcess($copy.Path)) { continue }
        $folder = Split-Path -Path $copy.Path
        if (-not (Test-Path -LiteralPath $folder)) { $null = New-Item -Path $folder -ItemType Directory }
        $parent = Convert-Path -LiteralPath $folder
        [IO.File]::WriteAllBytes([IO.Path]::Combine($parent, ($copy.Path -split '\\')[-1]), $copy.Bytes)
    }
    $script:ExitCode = 0
    if (-not $WhatIfPreference) { Write-Notice -Key 'gpoDone' -With @{ Count = @($copies).Count } }
}

$script:ExitCode = 70
if ($MyInvocation.InvocationName -ne '.') {
    try {
        $script:ExitCode = Get-StartCode
        if ($script:ExitCode -eq 0) { Invoke-Main -GpoPath $GpoPath -Domain $Domain -Source $PSScriptRoot }
    }
    catch {
        Write-Defect -Record $_
        $script:ExitCode = 70
    }
    exit $script:ExitCode
}
