# Throws when a field was not written by the rules.
function ConvertFrom-JournalText {
    param([string] $Text)
    if ($Text -eq '-') { return '' }
    if ($Text -cnotmatch '\A(?:[A-Za-z0-9 \\:._(){}$,;=+@#~\[\]/&''-]|%[0-9A-F]{2})+\z') { throw 'malformed' }
    $strict = New-Object -TypeName Text.UTF8Encoding -ArgumentList $false, $true
    $decode = {
        param($match)
        $bytes = $match.Value -split '%' -ne '' | ForEach-Object { [Convert]::ToByte($_, 16) }
        $strict.GetString([byte[]] @($bytes))
    }
    [regex]::Replace($Text, '(?:%[0-9A-F]{2})+', $decode)
}
