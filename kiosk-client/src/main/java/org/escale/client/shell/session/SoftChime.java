package org.escale.client.shell.session;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A soft falling tone, at the volume that is set. A station without sound stays silent: the same is
 * always written on the screen.
 */
public final class SoftChime implements Runnable {

  private static final Logger log = LoggerFactory.getLogger(SoftChime.class);
  private static final float RATE = 44_100;
  private static final double HERTZ = 660;
  private static final double SECONDS = 0.7;
  private static final double LOUDNESS = 0.25;

  /** Returns at once. */
  @Override
  public void run() {
    Thread.ofPlatform().daemon().name("chime").start(SoftChime::play);
  }

  private static void play() {
    AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
    try (SourceDataLine line = AudioSystem.getSourceDataLine(format)) {
      line.open(format);
      line.start();
      byte[] wave = wave();
      line.write(wave, 0, wave.length);
      line.drain();
    } catch (LineUnavailableException | IllegalArgumentException e) {
      log.debug("this station has no sound", e);
    }
  }

  static byte[] wave() {
    int samples = (int) (RATE * SECONDS);
    byte[] wave = new byte[2 * samples];
    for (int i = 0; i < samples; i++) {
      double fading = Math.exp(-5.0 * i / samples) * Math.min(1, i / (RATE * 0.01));
      double tone = Math.sin(2 * Math.PI * HERTZ * i / RATE);
      short value = (short) (tone * fading * LOUDNESS * Short.MAX_VALUE);
      wave[2 * i] = (byte) value;
      wave[2 * i + 1] = (byte) (value >> 8);
    }
    return wave;
  }
}
