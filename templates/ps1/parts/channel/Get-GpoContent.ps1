# What a file of the package is to hold in the GPO: its bytes, and in the task the place of the GPO.
function Get-GpoContent {
    param([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [string] $Place)
    $bytes = [byte[]] (Get-FileByte -Path $Path)
    if ($Path -notlike '*.xml') { return , $bytes }
    $encoding = New-Object -TypeName Text.UTF8Encoding -ArgumentList $false
    $text = $encoding.GetString($bytes).Replace('\\DOMAIN\SYSVOL\DOMAIN\Policies\{GPO}', $Place)
    , $encoding.GetBytes($text)
}
