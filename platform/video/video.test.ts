import { expect, test } from 'vitest'
import { readWebVtt, readTime, writeTime, writeWebVtt } from '#platform/shared/webvtt.ts'
import { sniffVideo } from './sniff-video.ts'

const box = (brand: string) =>
  Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from(`ftyp${brand}\0\0\x02\0isommp42`, 'latin1'),
    Buffer.alloc(64),
  ])

test('a video is what its bytes say', () => {
  expect(sniffVideo(box('isom'))).toBe('video/mp4')
  expect(sniffVideo(box('mp42'))).toBe('video/mp4')
  for (const brand of ['heic', 'avif', 'M4A ', 'qt  ', 'html']) expect(sniffVideo(box(brand))).toBeUndefined()
  const ebml = (type: string) =>
    Buffer.concat([
      Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 0x9f, 0x42, 0x86, 0x81, 1, 0x42, 0x82, 0x80 + type.length]),
      Buffer.from(type),
      Buffer.alloc(64),
    ])
  expect(sniffVideo(ebml('webm'))).toBe('video/webm')
  expect(sniffVideo(ebml('matroska'))).toBeUndefined()
  expect(sniffVideo(Buffer.from('<html><script>alert(1)</script>'.padEnd(80)))).toBeUndefined()
  expect(sniffVideo(Buffer.alloc(0))).toBeUndefined()
})

test('captions keep times and plain words, and come back the same', () => {
  const read = readWebVtt(
    '\uFEFFWEBVTT - Atelier\r\n\r\nSTYLE\r\n::cue { background: url(https://x.test/) }\r\n\r\nNOTE à relire\r\n\r\n1\r\n00:01.000 --> 00:03.500 position:10%\r\n<v Karim>Bonjour &amp; <i>bienvenue</i>\r\n\r\n00:00:04.000 --> 00:00:05.000\r\n<script>alert(1)</script>La presse 3\r\n',
  )
  expect(read).toEqual({
    cues: [
      { start: 1, end: 3.5, text: 'Bonjour & bienvenue' },
      { start: 4, end: 5, text: 'alert(1)La presse 3' },
    ],
  })
  const written = writeWebVtt('cues' in read ? read.cues : [])
  expect(written).toContain('00:00:01.000 --> 00:00:03.500\nBonjour &amp; bienvenue')
  expect(readWebVtt(written)).toEqual(read)
  // An arrow in the words cannot make another cue.
  const hostile = writeWebVtt([{ start: 0, end: 1, text: 'a\n\n00:01.000 --> 00:02.000\nb' }])
  expect(readWebVtt(hostile)).toMatchObject({ cues: [{ start: 0, end: 1 }] })
})

test('captions that cannot be followed are refused, with the cue', () => {
  expect(readWebVtt('1\n00:00.000 --> 00:01.000\nx')).toEqual({ problem: 'noHeader', cue: 0 })
  expect(readWebVtt('WEBVTT\n\n')).toEqual({ problem: 'noCue', cue: 0 })
  expect(readWebVtt('WEBVTT\n\n00:02.000 --> 00:01.000\nx')).toEqual({ problem: 'badTime', cue: 1 })
  expect(readWebVtt('WEBVTT\n\n00:01.000 --> 00:02.000\n<b></b>')).toEqual({ problem: 'emptyCue', cue: 1 })
  expect(readWebVtt('WEBVTT\n\n00:05.000 --> 00:06.000\nb\n\n00:01.000 --> 00:02.000\na')).toEqual({
    problem: 'outOfOrder',
    cue: 2,
  })
})

test('times are read as people type them', () => {
  expect(['62', '1:02', '00:01:02.500', '1:02,5', ' 0:00 '].map(readTime)).toEqual([62, 62, 62.5, 62.5, 0])
  expect(['', 'x', '1:75', '-1', '1:2:3:4'].map(readTime)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ])
  expect(writeTime(3662.25)).toBe('01:01:02.250')
})
